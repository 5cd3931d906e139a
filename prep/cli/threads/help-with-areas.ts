import { parentPort, workerData } from "node:worker_threads";
import type { Pipeline } from "../../pipeline-contract";
import { fileOnDisk } from "../inputs";
import { hashOfBuild } from "../keyed-hash";
import { claimFrom, packPart, type HelperTask } from "./messages";

/**
 * What a helping thread does: reads the files, builds the authorities that it claims and hands them
 * over. It says nothing of what goes wrong: the thread that it helps meets the same.
 */
export async function helpWithAreas({ share }: Pick<Pipeline, "share">): Promise<void> {
  const { files, settings, options, next } = workerData as HelperTask;
  const { hash } = await hashOfBuild();
  try {
    await share(files.map(fileOnDisk), settings, hash, {
      ...options,
      claim: () => claimFrom(next),
      give: (place, part) => parentPort!.postMessage(packPart(place, part)),
    });
  } catch {
    return;
  }
}

import { html } from "../../src/views/element";
import type { GivenFile } from "../messages";
import { chosenFiles, droppedFiles } from "../parts/dropped";
import { button } from "../parts/field";

/** An input of files that a button opens. */
function picker(
  label: string,
  take: (files: Promise<GivenFile[]>) => void,
  attributes: Record<string, string | boolean>,
): HTMLElement {
  const input = html("input", {
    type: "file",
    class: "visually-hidden",
    tabindex: "-1",
    "aria-hidden": "true",
    ...attributes,
  });
  input.addEventListener("change", () => {
    if (input.files?.length) take(Promise.resolve(chosenFiles(input.files)));
    input.value = "";
  });
  return html(
    "span",
    {},
    input,
    button(label, () => input.click(), "button secondary"),
  );
}

/** A place to drop files, with buttons that choose files or a folder. */
export function fileIntake(take: (files: Promise<GivenFile[]>) => void): HTMLElement {
  const zone = html(
    "div",
    { class: "drop" },
    html("p", {}, "Drop files or a folder here, or"),
    html(
      "div",
      { class: "buttons" },
      picker("Choose files", take, { multiple: true, "data-pick": "files" }),
      picker("Choose a folder", take, { webkitdirectory: true, "data-pick": "folder" }),
    ),
  );
  return zone;
}

/** Takes what is dropped anywhere on the page. */
export function takeDrops(take: (files: Promise<GivenFile[]>) => void): void {
  addEventListener("dragover", (event) => {
    event.preventDefault();
    document.body.classList.add("dragging");
  });
  addEventListener("dragleave", ({ relatedTarget }) => {
    if (relatedTarget === null) document.body.classList.remove("dragging");
  });
  addEventListener("drop", (event) => {
    event.preventDefault();
    document.body.classList.remove("dragging");
    if (event.dataTransfer) take(droppedFiles(event.dataTransfer.items));
  });
}

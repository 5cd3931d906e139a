import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const { env, platform } = process;

/** Where browsers of the Chromium family are installed, by platform. */
const INSTALLED = {
  win32: [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA]
    .filter(Boolean)
    .flatMap((folder) => [
      join(folder, "Google/Chrome/Application/chrome.exe"),
      join(folder, "Microsoft/Edge/Application/msedge.exe"),
    ]),
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  linux: [
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/microsoft-edge",
  ],
};

/**
 * The browser that tests and pictures use: `CHROME_BIN`, else the one from npm (Linux on x64,
 * always the same version and
 * fonts), else one that is installed. Throws with what to do where there is none.
 */
export async function findBrowser() {
  if (env.CHROME_BIN) return { path: env.CHROME_BIN, bundled: false };
  if (platform === "linux" && process.arch === "x64") {
    const { default: chromium } = await import("@sparticuz/chromium");
    return { path: await chromium.executablePath(), bundled: true };
  }
  const path = (INSTALLED[platform] ?? []).find((candidate) => existsSync(candidate));
  if (!path)
    throw new Error(
      "No Chrome, Edge or Chromium was found: install one, or give its path in CHROME_BIN.",
    );
  return { path, bundled: false };
}

const kernelSays = (name, value) => {
  const file = `/proc/sys/kernel/${name}`;
  return existsSync(file) && readFileSync(file, "utf8").trim() === value;
};

/**
 * Chromium's own sandbox cannot start as root, nor where the kernel or a container gives it no user
 * namespace of its own.
 */
const withoutSandbox = () =>
  platform === "linux" &&
  (process.getuid() === 0 ||
    existsSync("/.dockerenv") ||
    kernelSays("unprivileged_userns_clone", "0") ||
    kernelSays("apparmor_restrict_unprivileged_userns", "1"));

export const browserArguments = () => [
  ...(withoutSandbox() ? ["--no-sandbox"] : []),
  ...(platform === "linux" ? ["--disable-dev-shm-usage"] : []),
  "--font-render-hinting=none",
  "--disable-lcd-text",
  "--force-color-profile=srgb",
  "--hide-scrollbars",
];

/** Starts the browser for Playwright. */
export async function launch() {
  const { chromium } = await import("playwright-core");
  const { path, bundled } = await findBrowser();
  // The fonts that come with the browser from npm, so that pictures are the same on every machine.
  const fonts = bundled ? { FONTCONFIG_PATH: join(tmpdir(), "fonts") } : {};
  return chromium.launch({
    executablePath: path,
    args: browserArguments(),
    env: { ...env, ...fonts },
  });
}

import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The Chromium of this machine: what CHROMIUM says, or one of the usual names. Nothing if there is none. */
export function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [process.env.CHROMIUM ?? '', ...paths].find((path) => path !== '' && isProgram(path));
}

/** Asks Debian for one, where that is possible. A fresh machine may not know its packages yet. */
export function installChromium() {
  const install = ['install', '-y', '-qq', '--no-install-recommends', 'chromium'];
  for (const words of [install, ['update', '-qq'], install]) {
    if (words === install && findChromium()) return;
    askDebian(words);
  }
}

function askDebian(words) {
  try {
    execFileSync('apt-get', words, {
      stdio: 'ignore',
      timeout: 90_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } catch {
    // Then there is none, and whoever looks for it says so.
  }
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

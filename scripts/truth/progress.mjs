// A line about what goes on, for people only.
export function progress(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}

export function progressDone() {
  progress('');
}

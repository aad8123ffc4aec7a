import { createHash } from 'node:crypto';
import { asset, type Asset } from './assets';

/** Nothing is loaded, sent or framed, and only what is written here runs. */
export function contentPolicy(scripts: readonly Asset[]): string {
  const hash = (name: Asset): string =>
    `'sha256-${createHash('sha256').update(asset(name)).digest('base64')}'`;
  return [
    "default-src 'none'",
    `style-src ${hash('page.css')}`,
    `script-src ${scripts.map(hash).join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const pretendedVersion = '20.19.0';

export type OldNode = { command: [string, ...string[]]; version: string };

/** A Node that Luotsi refuses: this machine's own when it is old enough, else ours that says it is. */
export function findOldNode(): OldNode {
  for (const folder of (process.env['PATH'] ?? '').split(path.delimiter)) {
    const node = path.join(folder, 'node');
    if (!existsSync(node)) continue;
    const version = execFileSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).trim();
    if (Number.parseInt(version, 10) < 22) return { command: [node], version };
  }
  return pretender();
}

export function pretender(): OldNode {
  const versions = `{ ...process.versions, node: '${pretendedVersion}' }`;
  const script = `Object.defineProperty(process, 'versions', { value: ${versions} })`;
  const command: OldNode['command'] = [
    process.execPath,
    '--import',
    `data:text/javascript,${encodeURIComponent(script)}`,
  ];
  return { command, version: pretendedVersion };
}

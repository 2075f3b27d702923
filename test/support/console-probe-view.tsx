// What test/support/console-probe.tsx shows: its size, the keys it got, and all ways to leave or break.
import { spawnSync } from 'node:child_process';
import { Box, Text } from 'ink';
import { useState } from 'react';
import type { Terminal } from '../../source/first-frame/terminal.ts';
import { createDispatcher } from '../../source/keys/dispatcher.ts';
import { makeKeymap } from '../../source/keys/keymap.ts';
import { mountConsole, type MountedConsole } from '../../source/screens/console/mount.tsx';
import { useConsole } from '../../source/widgets/console.tsx';
import { createState } from '../../source/screens/state.ts';
import { themeNamed } from '../../source/widgets/lines/theme.ts';
import { useActions } from '../../source/widgets/use-actions.ts';

function throwLater(): void {
  setTimeout(() => {
    throw new Error('thrown later');
  }, 0);
}

function Probe({ terminal, close }: { readonly terminal: Terminal; readonly close: () => void }) {
  const { columns, rows } = useConsole();
  const [keys, setKeys] = useState<readonly string[]>([]);
  const [broken, setBroken] = useState(false);
  const special: Record<string, () => void> = {
    q: close,
    'Ctrl+Z': () => terminal.suspend(),
    E: () =>
      void terminal.lend(() => spawnSync('sh', ['-c', 'echo editor; read line'], { stdio: 'inherit' })),
    T: throwLater,
    X: () => setBroken(true),
  };
  const onKey = ({ name }: { readonly name: string }): boolean => {
    special[name]?.();
    if (special[name] === undefined) setKeys((old) => [...old, name]);
    return true;
  };
  useActions('global', {}, { onKey });
  if (broken) throw new Error('broken while drawing');
  return (
    <>
      <Text wrap="truncate">{`ink ${columns}x${rows}`}</Text>
      <Text wrap="truncate">{`keys ${keys.join(' ')}`}</Text>
      <Box flexGrow={1} />
      <Text wrap="truncate">{`${'='.repeat(columns - 3)}end`}</Text>
    </>
  );
}

export function mountProbe(terminal: Terminal): MountedConsole {
  const dispatcher = createDispatcher({ keymap: makeKeymap().keymap });
  const element = <Probe terminal={terminal} close={() => mounted.close()} />;
  const mounted = mountConsole(element, terminal, {
    dispatcher,
    theme: createState(themeNamed('dark')),
    unicode: true,
  });
  return mounted;
}

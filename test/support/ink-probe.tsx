// A program for test/build.test.ts: Ink, bundled as Luotsi is, must mount, lay out and take keys.
import { addDays } from 'date-fns/addDays';

void probe();

async function probe() {
  const { render, Box, Text, useApp, useInput } = await import('ink');

  function Probe() {
    const { exit } = useApp();
    useInput((input) => {
      if (input === 'q') exit();
    });
    return (
      <Box borderStyle="single" width={20} justifyContent="space-between">
        <Text>vasen</Text>
        <Text>{addDays(new Date(2022, 2, 22), 1).getDate()}</Text>
      </Box>
    );
  }

  await render(<Probe />).waitUntilExit();
  const loaded = (process as unknown as { moduleLoadList: string[] }).moduleLoadList;
  console.log(loaded.some((name) => name.includes('undici')) ? 'http client loaded' : 'lean');
}

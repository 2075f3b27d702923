import { expect, test } from 'vitest';
import { onSample } from './sample-home.ts';

test('a series is called in JSON as verbs take it, and a group tells its next meeting once', async () => {
  const commands = await onSample();
  await commands.json('series', 'add', '--group', 'RY-1', '--rule', 'joka ti klo 9.00 ajalla 1.4.–30.4.2023');
  const [added] = (await commands.json('series', 'list')) as { code: string; uid: string }[];
  expect(added).toMatchObject({ code: 'RY-1/1', uid: expect.any(String) as string });
  expect(await commands.json('series', 'show', 'RY-1/1')).toEqual(added);
  const { stdout } = await commands.run('group', 'show', 'RY-1', '--language', 'fi');
  expect(stdout.match(/^Seuraava /gm)).toHaveLength(1);
});

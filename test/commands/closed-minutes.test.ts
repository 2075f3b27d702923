import { beforeEach, expect, test } from 'vitest';
import { Commands, initWords } from './sample-home.ts';

/** A steering group of three whose session was closed with two of them there. */
let commands: Commands;

beforeEach(async () => {
  commands = new Commands();
  const file = `${commands.home.folder}/koe.luotsi`;
  const { code, stderr } = await commands.run(...initWords(file));
  if (code !== 0) throw new Error(stderr);
  await commands.json(
    'group',
    'add',
    '--title',
    'Ohjausryhmä',
    '--kind',
    'steering',
    '--prefix',
    'OR',
    '--quorum',
    '2',
  );
  for (const name of ['Anna Aalto', 'Bea Berg', 'Cia Ceder']) {
    const { code: person } = (await commands.json('person', 'add', '--name', name)) as { code: string };
    await commands.json('membership', 'add', '--group', 'RY-1', '--person', person, '--role', 'member');
  }
  await commands.json('session', 'add', '--group', 'RY-1', '--startsAt', 'tänään klo 9');
  await commands.json('session', 'hold', 'OR-1', '--present', 'H-1,H-2');
  await commands.json('session', 'close', 'OR-1');
});

const quorate = { voters: 3, present: 2, isQuorate: true };

test('who is thrown away was on the roster of what was held before', async () => {
  expect(await commands.json('session', 'roster', 'OR-1')).toMatchObject(quorate);
  await commands.json('person', 'remove', 'H-1', '--force');
  await commands.json('person', 'remove', 'H-3', '--force');
  expect(await commands.json('session', 'roster', 'OR-1')).toMatchObject(quorate);
  const { stdout } = await commands.run('report', 'minutes', 'OR-1', '--format', 'json');
  expect(JSON.parse(stdout)).toMatchObject({ report: { voters: 3, votersPresent: 2, isQuorate: true } });
  // One that is still ahead asks for those who are left.
  await commands.json('session', 'add', '--group', 'RY-1', '--startsAt', 'huomenna klo 9');
  expect(await commands.json('session', 'roster', 'OR-2')).toMatchObject({ voters: 1, present: 0 });
});

test('a membership on a closed roster ends but is not thrown away, unless it came after the closing', async () => {
  const refused = await commands.error('membership', 'remove', 'J-3', '--force');
  expect(refused).toMatchObject({ exit: 1, code: 'membership-minuted' });
  expect(refused.near).toContain('luotsi membership set J-3 --ends');
  expect(await commands.json('session', 'roster', 'OR-1')).toMatchObject(quorate);
  await commands.json('membership', 'set', 'J-3', '--ends', 'tänään');
  expect(await commands.json('session', 'roster', 'OR-1')).toMatchObject(quorate);
  await commands.json('person', 'add', '--name', 'Dea Dahl');
  await commands.json('membership', 'add', '--group', 'RY-1', '--person', 'H-4', '--role', 'member');
  await commands.json('undo');
  expect(await commands.json('session', 'roster', 'OR-1')).toMatchObject(quorate);
  await commands.json('session', 'reopen', 'OR-1', '--reason', 'Jäsenluettelo oli väärä');
  await commands.json('membership', 'remove', 'J-3', '--force');
});

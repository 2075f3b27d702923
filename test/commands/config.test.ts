import { describe, expect, test } from 'vitest';
import { actions } from '../../source/keys/actions.ts';
import { Commands } from './sample-home.ts';
import { runLuotsi } from '../support/run.ts';

interface Row {
  readonly action: string;
  readonly keys: string;
  readonly help: string;
}

async function keysOf(commands: Commands): Promise<{ keys: Row[]; problems: unknown[] }> {
  return (await commands.json('config', 'keys')) as { keys: Row[]; problems: unknown[] };
}

describe('Keys', () => {
  test('every action is in the table, with help, in both languages', async () => {
    const commands = new Commands();
    const { keys } = await keysOf(commands);
    expect(keys.map(({ action }) => action)).toEqual(actions.map(({ id }) => id));
    for (const language of ['fi', 'en'] as const) {
      const { stdout } = await commands.run('config', 'keys', '--language', language);
      for (const { id, help } of actions) {
        expect(stdout).toContain(id);
        expect(stdout.replaceAll(/\s+/g, ' ')).toContain(help[language].slice(0, 20));
      }
    }
  });

  test('are changed by the action’s id, and given back', async () => {
    const commands = new Commands();
    const shown = async (): Promise<string | undefined> =>
      (await keysOf(commands)).keys.find(({ action }) => action === 'record.done')?.keys;
    expect(await commands.json('config', 'key', 'record.done', 'Z', 'g x')).toEqual({
      action: 'record.done',
      keys: ['Z', 'g x'],
    });
    expect(await shown()).toBe('Z  gx');
    await commands.json('config', 'key', 'record.done', 'default');
    expect(await shown()).toBe('x');
  });

  test.each([
    [['record.dnoe', 'x'], 'unknown-action', 'record.done'],
    [['record.done', 'Foo'], 'unknown-key', 'PageUp'],
    [['record.done', 'm'], 'key-taken', 'record.state'],
    [['record.done', 'g'], 'key-taken', 'list.first'],
    [['record.done'], 'missing-word', 'config key ACTION'],
  ])('%j is refused: %s', async (words, code, near) => {
    const commands = new Commands();
    const error = await commands.error('config', 'key', ...words, '--language', 'en');
    expect(error).toMatchObject({ exit: 2, code });
    expect(error.near).toContain(near);
    expect((await keysOf(commands)).problems).toEqual([]);
  });
});

test('what is on, off or automatic is told in the language', async () => {
  const commands = new Commands();
  await commands.run('config', 'bell', 'off');
  await commands.run('config', 'title', 'on');
  const { stdout } = await commands.run('config', '--language', 'fi');
  expect(stdout).toMatch(/Äänimerkki +pois\n/);
  expect(stdout).toMatch(/Päätteen otsikko +päällä\n/);
  expect(stdout).toMatch(/Teema +automaattinen\n/);
  expect(stdout).not.toMatch(/ (on|off|auto)\n/);
  expect(await commands.json('config')).toMatchObject({ bell: 'off', title: 'on', theme: 'auto' });
});

test('a theme is chosen by name', async () => {
  const commands = new Commands();
  expect(await commands.json('config', 'theme', 'contrast')).toEqual({ theme: 'contrast' });
  expect(await commands.json('config')).toMatchObject({ theme: 'contrast' });
  expect(await commands.error('config', 'theme', 'pink')).toMatchObject({ exit: 2, code: 'wrong-option' });
  const { code } = await runLuotsi(['config', 'theme', 'auto'], { home: commands.home });
  expect(code).toBe(0);
  expect(await commands.json('config')).toMatchObject({ theme: 'auto' });
});

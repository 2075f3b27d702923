import { describe, expect, it } from 'vitest';
import { actionGroups, actionOf, actions } from '../../source/keys/actions.ts';
import { createDecoder } from '../../source/keys/decode.ts';
import { contextOrder, contexts, defaultKeys } from '../../source/keys/default-keys.ts';
import { isKeyName, keysOf, keyTable, makeKeymap, resolve } from '../../source/keys/keymap.ts';
import { showKeys } from '../../source/keys/show-keys.ts';
import { keyBytes } from '../support/keyboard.ts';

const { keymap, problems } = makeKeymap({}, undefined, true);
const everyKey = contextOrder.flatMap((context) => keymap[context].flatMap((binding) => binding.keys));

describe('the table of actions', () => {
  it.each(actions)('$id has its words in both languages', ({ id, label, help, group }) => {
    for (const words of [label, help, actionGroups[group]]) {
      expect(words.fi.trim()).not.toBe('');
      expect(words.en.trim()).not.toBe('');
    }
    expect(actionOf(id).id).toBe(id);
  });

  it('has each id once, and each has a key somewhere', () => {
    const ids = actions.map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    const bound = new Set(contextOrder.flatMap((context) => Object.keys(defaultKeys[context])));
    expect(ids.filter((id) => !bound.has(id))).toEqual([]);
  });
});

describe('the default keys', () => {
  it.each([undefined, 'fi', 'en'] as const)(
    'are at a start what looking them over makes of them',
    (language) => {
      const atStart = makeKeymap({}, language);
      const lookedOver = makeKeymap({}, language, true);
      expect({ ...atStart, keymap: { ...atStart.keymap } }).toEqual(lookedOver);
    },
  );

  it('have no conflict within a context', () => {
    expect(problems).toEqual([]);
  });

  it('need no AltGr and no dead key on a Finnish keyboard', () => {
    expect(everyKey.filter((key) => /[[\]{}\\|@$~€£^`´¨]/.test(key) || key.includes('Alt+'))).toEqual([]);
  });

  it('are keys that the decoder can tell', () => {
    expect(everyKey.filter((key) => !isKeyName(key))).toEqual([]);
    for (const key of new Set(everyKey)) {
      const decoder = createDecoder();
      const events = [
        ...decoder.push(new TextEncoder().encode(keyBytes(key === 'Space' ? ' ' : key))),
        ...decoder.flush(),
      ];
      expect(events).toEqual([expect.objectContaining({ name: key })]);
    }
  });

  it('leave every character to the text where one types', () => {
    const typing = contextOrder.filter((context) => contexts[context].typing);
    const printable = typing
      .flatMap((context) => keymap[context])
      .filter(({ keys }) => /^(.|Space)$/u.test(keys[0] ?? ''));
    expect(printable).toEqual([]);
  });

  it('are those that were promised', () => {
    const at = (key: string): unknown => resolve(keymap, ['list', 'global', 'program'], key.split(' '));
    const promised = {
      'screen.today': '1 T',
      'list.down': 'j Down',
      'list.up': 'k Up',
      'list.last': 'G',
      'list.open': 'Enter l',
      'go.back': 'h Esc q',
      'screen.last': '-',
      'list.filter': '/',
      'list.views': 'F',
      'list.sort': 's',
      'list.mark': 'Space',
      'list.range': 'v',
      'list.markAll': '*',
      'list.preview': 'p',
      'record.new': 'n',
      'record.quickAdd': 'a',
      'record.edit': 'e',
      'record.editor': 'E',
      'record.done': 'x',
      'record.date': 'd',
      'record.state': 'm',
      'record.owner': 'o',
      'record.remove': 'D',
      'copy.code': 'y',
      'copy.markdown': 'Y',
      'copy.contact': 'c',
      'copy.reminder': 'R',
      'diary.add': 'b',
      undo: 'u',
      redo: 'U',
      'record.history': 'i',
      'record.assess': 'r',
      'record.evidence': 'A',
      'record.link': 'L',
      'tab.previous': ',',
      'tab.next': '.',
      'help.open': '? F1',
      'palette.open': ': Ctrl+P',
      'app.quit': 'Ctrl+C',
    };
    for (const [action, keys] of Object.entries(promised)) {
      for (const key of keys.split(' '))
        expect([key, at(key)]).toEqual([key, expect.objectContaining({ action })]);
    }
  });
});

describe('resolve', () => {
  const stack = ['list', 'global', 'program'] as const;

  it('asks the innermost context first', () => {
    expect(resolve(keymap, stack, ['s'])).toMatchObject({ action: 'list.sort' });
    expect(resolve(keymap, ['attendance', ...stack], ['s'])).toMatchObject({ action: 'attendance.deputy' });
    expect(resolve(keymap, ['attendance', ...stack], ['j'])).toMatchObject({ action: 'list.down' });
  });

  it('waits in the middle of a sequence and says where it can go', () => {
    const waiting = resolve(keymap, stack, ['g']);
    expect(waiting).toMatchObject({ kind: 'pending' });
    if (waiting?.kind !== 'pending') throw new Error('not pending');
    expect(waiting.next.map((one) => `${one.keys.join('')} ${one.action}`)).toContain('gg list.first');
    expect(waiting.next.map((one) => one.action)).toContain('screen.risks');
    expect(resolve(keymap, stack, ['g', 'g'])).toMatchObject({ action: 'list.first' });
    expect(resolve(keymap, stack, ['g', 'x'])).toBeNull();
  });

  it('keeps characters for typing, and lets the other keys through', () => {
    const form = ['form', ...stack] as const;
    expect(resolve(keymap, form, ['1'])).toBeNull();
    expect(resolve(keymap, form, ['Space'])).toBeNull();
    expect(resolve(keymap, form, ['F1'])).toMatchObject({ action: 'help.open' });
    expect(resolve(keymap, form, ['Ctrl+S'])).toMatchObject({ action: 'form.save' });
    expect(resolve(keymap, form, ['Esc'])).toMatchObject({ action: 'form.leave' });
  });

  it('lets nothing through a modal context but the keys of the program', () => {
    const confirm = ['confirm', ...stack] as const;
    expect(resolve(keymap, confirm, ['1'])).toBeNull();
    expect(resolve(keymap, confirm, ['u'])).toBeNull();
    expect(resolve(keymap, confirm, ['Ctrl+C'])).toMatchObject({ action: 'app.quit' });
  });
});

describe('the settings', () => {
  it('rebind an action everywhere it is bound', () => {
    const changed = makeKeymap({ 'record.done': ['Ctrl+T', 'Z'] });
    expect(changed.problems).toEqual([]);
    expect(keysOf(changed.keymap, ['list'], 'record.done')).toEqual(['Ctrl+T', 'Z']);
    expect(keysOf(changed.keymap, ['detail'], 'record.done')).toEqual(['Ctrl+T', 'Z']);
    expect(resolve(changed.keymap, ['list'], ['x'])).toBeNull();
  });

  it('win over a default, and the loss is told', () => {
    const changed = makeKeymap({ 'record.done': ['d'] });
    expect(resolve(changed.keymap, ['list'], ['d'])).toMatchObject({ action: 'record.done' });
    expect(changed.problems).toContainEqual({
      kind: 'conflict',
      context: 'list',
      keys: 'd',
      kept: 'record.done',
      lost: 'record.date',
    });
  });

  it('are told of where they hide what works anywhere, and where they are hidden', () => {
    expect(makeKeymap({ 'record.done': ['u'] }).problems).toEqual([
      { kind: 'conflict', context: 'list', keys: 'u', kept: 'record.done', lost: 'undo' },
    ]);
    expect(makeKeymap({ redo: ['x'] }).problems).toEqual([
      { kind: 'conflict', context: 'list', keys: 'x', kept: 'record.done', lost: 'redo' },
    ]);
    expect(makeKeymap({ redo: ['Ctrl+Y'], undo: ['w'] }).problems).toEqual([]);
    // A list that filters takes `/` from the look-up as the defaults have it; the look-up has other keys left.
    expect(makeKeymap({ 'list.filter': ['/'] }).problems).toEqual([]);
    expect(makeKeymap({ 'palette.open': ['/'] }).problems).toEqual([
      { kind: 'conflict', context: 'list', keys: '/', kept: 'list.filter', lost: 'palette.open' },
    ]);
  });

  it('may not begin a sequence of another action', () => {
    expect(makeKeymap({ 'record.done': ['g'] }).problems).toContainEqual(
      expect.objectContaining({ kind: 'conflict', context: 'list', keys: 'g g', lost: 'list.first' }),
    );
  });

  it('are refused with a reason when they make no sense', () => {
    const changed = makeKeymap({ nonsense: ['x'], 'record.done': ['Ctlr+X'], 'record.state': [] });
    expect(changed.problems).toEqual([
      { kind: 'unknownAction', action: 'nonsense' },
      { kind: 'unknownKey', action: 'record.done', key: 'Ctlr+X' },
    ]);
    expect(resolve(changed.keymap, ['list'], ['x'])).toMatchObject({ action: 'record.done' });
    expect(resolve(changed.keymap, ['list'], ['m'])).toBeNull();
  });
});

describe('for people', () => {
  it('keys are shown as they stand on the keyboard', () => {
    expect(
      ['Enter', 'g g', 'Space', 'Ctrl+Left', 'PageDown', '+', 'Ctrl++', 'Shift+Tab'].map((keys) =>
        showKeys(keys, 'fi'),
      ),
    ).toEqual(['↵', 'gg', 'väli', 'Ctrl+←', 'PgDn', '+', 'Ctrl++', 'Shift+Tab']);
  });

  it('yes and no are the letters of the language', () => {
    const keys = (language: 'fi' | 'en', settings = {}): string[] => {
      const { keymap: own } = makeKeymap(settings, language);
      return (['confirm.yes', 'confirm.no'] as const).map((action) =>
        keysOf(own, ['confirm'], action).join(' '),
      );
    };
    expect(keys('fi')).toEqual(['k y', 'e n q Esc']);
    // `k` is up everywhere else: it must say yes to nothing.
    expect(keys('en')).toEqual(['y', 'n e q Esc']);
    expect(keys('en', { 'confirm.yes': ['k'] })[0]).toBe('k');
  });

  it('the table has a row for each action, in both languages', () => {
    for (const language of ['fi', 'en'] as const) {
      const rows = keyTable(language);
      expect(rows).toHaveLength(actions.length);
      expect(rows.filter((row) => row.keys === '')).toEqual([]);
    }
    expect(keyTable('fi').find((row) => row.action === 'list.open')).toMatchObject({
      label: 'avaa',
      keys: '↵  l  →',
      contexts: ['calendar', 'matrix', 'grid', 'list', 'detail'],
    });
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { createDispatcher, type Dispatcher } from '../../source/keys/dispatcher.ts';
import { createDecoder } from '../../source/keys/decode.ts';
import { makeKeymap } from '../../source/keys/keymap.ts';

const { keymap } = makeKeymap();
let seen: string[];
let dispatcher: Dispatcher;
let afterRender: (() => void)[];

function type(bytes: string): void {
  const decoder = createDecoder();
  const events = [...decoder.push(new TextEncoder().encode(bytes)), ...decoder.flush()];
  dispatcher.feed(events.filter((event) => event.type !== 'ground'));
}

function note(word: string): () => void {
  return () => void seen.push(word);
}

beforeEach(() => {
  seen = [];
  afterRender = [];
  dispatcher = createDispatcher({
    keymap,
    onRefused: (action, why) => seen.push(`${action}: ${why}`),
    afterRender: (next) => next(),
  });
  dispatcher.listen({ context: 'program', layer: 0, actions: () => ({ 'app.quit': note('quit') }) });
  dispatcher.listen({
    context: 'global',
    layer: 0,
    actions: () => ({
      'screen.today': note('today'),
      'screen.risks': note('risks'),
      'go.back': note('leave'),
    }),
  });
});

describe('routing', () => {
  it('goes from the top of the stack down to whoever can', () => {
    const stop = dispatcher.listen({
      context: 'list',
      layer: 1,
      actions: () => ({ 'list.down': note('down'), 'go.back': note('back') }),
    });
    type('j1qx');
    expect(seen).toEqual(['down', 'today', 'back']);
    stop();
    type('q');
    expect(seen.at(-1)).toBe('leave');
  });

  it('takes Esc and a key that came at once for the two, unless Alt and the key is something', () => {
    const own = {
      context: 'list',
      layer: 1,
      actions: () => ({ 'go.back': note('back'), 'list.down': note('down') }),
    } as const;
    dispatcher.listen(own);
    type('\x1bj');
    type('\x1b\x1bj');
    expect(seen).toEqual(['back', 'down', 'back', 'back', 'down']);
    dispatcher.setKeymap(makeKeymap({ 'list.down': ['Alt+j'] }).keymap);
    type('\x1bj');
    expect(seen.slice(5)).toEqual(['down']);
  });

  it('leaves nothing that is being written for the sake of an Alt key', () => {
    dispatcher.listen({
      context: 'form',
      layer: 2,
      actions: () => ({ 'form.leave': note('left') }),
      onKey: ({ name, text }) => (text === undefined ? false : (seen.push(`typed ${name}`), true)),
    });
    type('\x1b2a');
    expect(seen).toEqual(['typed a']);
  });

  it('asks a screen’s own keys first, then the table', () => {
    dispatcher.listen({
      context: 'form',
      layer: 2,
      actions: () => ({ 'form.save': note('save') }),
      onKey: (event) => (event.text === undefined ? false : (seen.push(`typed ${event.text}`), true)),
      onPaste: (text) => (seen.push(`pasted ${text}`), true),
    });
    type('q1\x1b[200~x\x1b[201~\x13\x03');
    expect(seen).toEqual(['typed q', 'typed 1', 'pasted x', 'save', 'quit']);
  });

  it('lets no character fall through a field that did not take it', () => {
    dispatcher.listen({ context: 'form', layer: 2, actions: () => ({}) });
    type('1');
    expect(seen).toEqual([]);
  });

  it('lets nothing below a modal layer hear, except the program', () => {
    dispatcher.listen({ context: 'confirm', layer: 3, actions: () => ({ 'confirm.no': note('no') }) });
    type('1n\x03');
    expect(seen).toEqual(['no', 'quit']);
    expect(dispatcher.stack()).toEqual(['confirm', 'program']);
  });

  it('says why an action can’t be done', () => {
    dispatcher.listen({
      context: 'list',
      layer: 1,
      actions: () => ({ 'record.done': { run: note('done'), whyNot: () => 'jo tehty' } }),
    });
    type('x');
    expect(seen).toEqual(['record.done: jo tehty']);
    expect(dispatcher.available()).toContainEqual({
      action: 'record.done',
      context: 'list',
      whyNot: 'jo tehty',
    });
  });

  it('runs an action by its id', () => {
    expect(dispatcher.run('screen.today')).toBe(true);
    expect(dispatcher.run('record.done')).toBe(false);
    expect(seen).toEqual(['today']);
  });
});

describe('sequences', () => {
  it('wait, show where they can go, and end', () => {
    let told = 0;
    dispatcher.listen({ context: 'list', layer: 1, actions: () => ({ 'list.first': note('first') }) });
    dispatcher.subscribe(() => (told += 1));
    type('g');
    expect(dispatcher.pending().map((one) => one.action)).toEqual([
      'list.first',
      'screen.today',
      'screen.risks',
    ]);
    expect(told).toBe(1);
    type('g');
    expect(seen).toEqual(['first']);
    expect(dispatcher.pending()).toEqual([]);
    type('gi');
    expect(seen).toEqual(['first', 'risks']);
  });

  it('are dropped by a key that leads nowhere, which does nothing else', () => {
    type('gq');
    expect(seen).toEqual([]);
    expect(dispatcher.pending()).toEqual([]);
    type('q');
    expect(seen).toEqual(['leave']);
  });
});

describe('bursts', () => {
  it('let the screen change between two keys', () => {
    dispatcher = createDispatcher({ keymap, afterRender: (next) => afterRender.push(next) });
    const open = (): void => {
      // What React would do once it has drawn: the form is there only then.
      afterRender.unshift(() => {
        dispatcher.listen({
          context: 'form',
          layer: 2,
          actions: () => ({}),
          onKey: (event) => (seen.push(event.name), true),
        });
      });
    };
    dispatcher.listen({
      context: 'list',
      layer: 1,
      actions: () => ({ 'record.new': open, 'list.down': note('down') }),
    });
    type('jn');
    type('ab');
    while (afterRender.length > 0) afterRender.shift()?.();
    expect(seen).toEqual(['down', 'a', 'b']);
  });

  it('wait for what the last key drew, also where the next one is read by itself', () => {
    dispatcher = createDispatcher({ keymap, afterRender: (next) => afterRender.push(next) });
    let shown = '';
    // As a part does that makes the next text out of the one that was drawn.
    const draw = (text: string): void => void afterRender.unshift(() => void (shown = text));
    const onKey = ({ name }: { readonly name: string }): boolean => (draw(shown + name), true);
    dispatcher.listen({ context: 'form', layer: 1, actions: () => ({}), onKey });
    for (const letter of 'abc') type(letter);
    while (afterRender.length > 0) afterRender.shift()?.();
    expect(shown).toBe('abc');
  });
});

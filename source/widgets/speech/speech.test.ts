import { expect, test, vi } from 'vitest';
import { createSpeaker, type Speech } from './speech.ts';

function listening() {
  let heard = '';
  const speaker = createSpeaker({
    write: (text) => {
      heard += text;
    },
    columns: () => 40,
    position: (nth, count) => `${nth} of ${count}`,
  });
  const until = async (text: string): Promise<void> => vi.waitFor(() => expect(heard).toContain(text));
  return { speaker, until, heard: () => heard };
}

const typed = (text: string, value: string): Speech => ({
  kind: 'field',
  text,
  typed: { text: value, cursor: value.length },
});

test('what changes at one time is told in one order, and the same again not at all', async () => {
  const { speaker, until, heard } = listening();
  speaker.put('row', { kind: 'row', text: 'R-4', place: { index: 1, count: 14 } });
  speaker.put('where', { kind: 'where', text: 'Risks' });
  speaker.put('toast', { kind: 'toast', text: 'Added' });
  await until('R-4');
  expect(heard()).toBe('Added\r\nRisks\r\n2 of 14: R-4\r\n');
  speaker.put('where', { kind: 'where', text: 'Risks' });
  speaker.put('row', { kind: 'row', text: 'R-5', place: { index: 2, count: 14 } });
  await until('R-5');
  expect(heard().match(/Risks/g)).toHaveLength(1);
});

test('what is typed is written over in place; a note comes above it, and the next field below', async () => {
  const { speaker, until, heard } = listening();
  speaker.put('field', typed('Title', 'a'));
  await until('Title: a');
  speaker.put('field', typed('Title', 'ab'));
  await until('\r\u001B[2KTitle: ab');
  speaker.put('note', { kind: 'note', text: '= ab' });
  await until('= ab\r\nTitle: ab');
  speaker.put('field', typed('Due', ''));
  await until('Title: ab\r\nDue: ');
  expect(heard().endsWith('Due: ')).toBe(true);
});

test('what is longer than the row shows its end before the cursor, and the cursor stands where it types', async () => {
  const { speaker, until, heard } = listening();
  speaker.put('field', { kind: 'field', text: 'T', typed: { text: `${'x'.repeat(60)}end`, cursor: 63 } });
  await until(`T: ${'x'.repeat(33)}end`);
  speaker.put('field', { kind: 'field', text: 'T', typed: { text: 'abcd', cursor: 2 } });
  await until('T: abcd\u001B[2D');
  expect(heard()).not.toContain('\r\n');
});

test('when what lay over a row has gone, the row is told again; control characters never come through', async () => {
  const { speaker, until, heard } = listening();
  speaker.put('row', { kind: 'row', text: 'R-4\u001B[31m' });
  await until('R-4');
  speaker.put('over', { kind: 'row', text: 'Cancel' });
  await until('Cancel');
  speaker.drop('over');
  await vi.waitFor(() => expect(heard().match(/R-4/g)).toHaveLength(2));
  expect(heard()).not.toContain('\u001B[31m');
});

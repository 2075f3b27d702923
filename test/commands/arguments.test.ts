import { describe, expect, test } from 'vitest';
import { flags, parseArguments } from '../../source/commands/line/arguments.ts';
import { fieldNamed } from '../../source/services/reading/field-names.ts';
import { registers } from '../../source/registers/index.ts';

const optionsOf = (...line: string[]): Record<string, readonly string[]> => {
  const { options } = parseArguments(line);
  return Object.fromEntries(options.names.map((name) => [name, options.all(name)]));
};

describe('A command line is taken apart', () => {
  test('An option takes the next word, whatever it begins with', () => {
    expect(optionsOf('risk', 'list', '--where', '-tag:vanha', '--limit=3')).toEqual({
      where: ['-tag:vanha'],
      limit: ['3'],
    });
  });

  test('Flags stand alone, values may be empty and given again', () => {
    expect(optionsOf('--json', '--owner', '', '--means', 'a', '--means', 'b=c')).toEqual({
      json: [''],
      owner: [''],
      means: ['a', 'b=c'],
    });
  });

  test('A single dash begins a word, and after two dashes all is words', () => {
    expect(parseArguments(['find', '-x', '--', '--json']).words).toEqual(['find', '-x', '--json']);
  });

  test('A value that is missing is told of', () => {
    expect(() => parseArguments(['risk', 'list', '--where'])).toThrow(
      expect.objectContaining({ code: 'option-value', exit: 2 }) as Error,
    );
  });
});

test.each([...flags])('No field of any register is called --%s, which takes no value', (flag) => {
  const clash = registers.filter((definition) => Object.hasOwn(definition.fields, flag));
  expect(clash).toEqual([]);
  expect(registers.every((definition) => fieldNamed(definition, flag)?.name !== flag)).toBe(true);
});

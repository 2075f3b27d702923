import { describe, expect, test } from 'vitest';
import { registerOf, registers } from '../../source/registers/index.ts';
import { fieldCalled } from '../../source/store/records/filter-sql.ts';
import { namesOf } from '../../source/services/reading/lookup.ts';
import type { Label } from '../../source/language/language.ts';
import type { Definition, Reads } from '../../source/registers/index.ts';

const each = registers.map((definition) => [definition.name, definition] as const);

const headingsOf = (field: { label: Label; headings?: readonly string[] }): string[] =>
  [...new Set([field.label.fi, field.label.en, ...(field.headings ?? [])])].map((heading) =>
    heading.toLowerCase(),
  );

const all = (definition: Definition) => [
  ...Object.entries(definition.fields),
  ...Object.entries(definition.derived ?? {}).map(([name, { field }]) => [name, field] as const),
];

const readsOf = (definition: Definition): Reads[] => [
  ...Object.values(definition.derived ?? {}).flatMap(({ reads }) => reads ?? []),
  ...(definition.due ?? []).flatMap(({ reads }) => reads ?? []),
  ...(definition.heading.reads ?? []),
];

describe('Every declaration', () => {
  test.each(each)('%s is said in both languages', (_, definition) => {
    const labels: Label[] = [
      definition.label.one,
      definition.label.many,
      ...(definition.due ?? []).map(({ label }) => label),
      ...all(definition).flatMap(([, field]) => [
        field.label,
        ...(field.help === undefined ? [] : [field.help]),
        ...Object.values(field.choices ?? {}),
      ]),
    ];
    for (const { fi, en } of labels) {
      expect(fi.trim()).toBe(fi);
      expect(en.trim()).toBe(en);
      expect(fi).not.toBe('');
      expect(en).not.toBe('');
    }
  });

  test.each(each)('%s has no heading that means two fields', (_, definition) => {
    const taken = new Map<string, string>();
    for (const [name, field] of all(definition)) {
      for (const heading of [name.toLowerCase(), ...headingsOf(field)]) {
        expect([heading, taken.get(heading) ?? name]).toEqual([heading, name]);
        taken.set(heading, name);
      }
    }
  });

  test.each(each)('%s finds each of its fields by its name', (_, definition) => {
    for (const [name, field] of all(definition)) expect(fieldCalled(definition, name)?.field).toBe(field);
  });

  test.each(each)('%s has choices that no two words share', (_, definition) => {
    for (const [, field] of all(definition)) {
      const words = Object.entries(field.choices ?? {});
      const names = words.flatMap(([word, label]) => [...new Set([word, label.fi, label.en].map(plain))]);
      expect(new Set(names).size).toBe(names.length);
      for (const [word, label] of words)
        expect([word, label.fi, label.en].flatMap((name) => field.check(name))).toEqual([word, word, word]);
    }
  });

  test.each(each)('%s lists, sorts and recognises by fields that it has', (_, definition) => {
    const names = new Set(['code', ...all(definition).map(([name]) => name)]);
    for (const column of definition.list.columns) expect(names).toContain(column);
    for (const field of definition.list.sort) expect(names).toContain(field.replace(/^-/, ''));
    expect(definition.naturalKey.length).toBeGreaterThan(0);
    for (const field of definition.naturalKey) expect(Object.keys(definition.fields)).toContain(field);
    expect(definition.list.columns.includes('code')).toBe(definition.code !== undefined);
  });

  // They are read by the hundred on one page: what follows from the day would be worked out for each.
  test.each(each)('%s is told apart beside others by what has a column of its own', (_, definition) => {
    const { day = [], state } = definition.list.beside ?? {};
    for (const name of [...day, ...(state === undefined ? [] : [state])]) {
      const field = definition.fields[name] ?? definition.derived?.[name]?.field;
      expect([name, definition.derived?.[name]?.when]).not.toEqual([name, 'byDay']);
      expect([
        name,
        day.includes(name) ? ['day', 'localTime'].includes(field?.kind ?? '') : field?.kind === 'choice',
      ]).toEqual([name, true]);
    }
  });

  test('Of what is made again and again, each tells its day', () => {
    for (const name of ['session', 'delivery', 'action', 'decision', 'diary', 'candidate', 'report'])
      expect([name, registerOf(name).list.beside?.day?.length ?? 0]).not.toEqual([name, 0]);
  });

  test.each(each)('%s names real registers and fields in what it reads', (_, definition) => {
    for (const { register, field, from } of readsOf(definition)) {
      const read = registerOf(register);
      // Both: they refer to the same record.
      const shared = from === undefined ? definition.name : (definition.fields[from]?.to?.[0] ?? '');
      if (field !== undefined) expect(read.fields[field]?.to).toContain(shared);
      if (from !== undefined && field === undefined) expect(definition.fields[from]?.to).toContain(register);
    }
    for (const [, field] of all(definition)) {
      for (const name of field.to ?? []) expect(registerOf(name).name).toBe(name);
    }
  });

  test.each(each)('%s names, in what it keeps of others, each of the others', (_, definition) => {
    const stored = Object.values(definition.derived ?? {}).filter(({ when }) => when === 'stored');
    for (const { sql, reads } of [...stored, definition.heading]) {
      for (const other of registers) {
        if (new RegExp(`(FROM|JOIN) "?${other.name}"? `, 'u').test(sql))
          expect([...(reads ?? [])].map(({ register }) => register)).toContain(other.name);
      }
      const quotes = /SELECT heading FROM record/u.test(sql);
      expect(quotes && (reads ?? []).length === 0).toBe(false);
    }
    const byDay = Object.values(definition.derived ?? {}).filter(({ when }) => when === 'byDay');
    for (const { sql } of stored) expect(sql).not.toContain(':today');
    for (const { reads } of byDay) expect(reads).toBeUndefined();
  });

  test.each(each)(
    '%s is a register with a code, or belongs to a parent that it needs and that stands before it',
    (_, definition) => {
      const { parent, code, day } = definition;
      expect((parent === undefined) !== (code === undefined)).toBe(true);
      if (day !== undefined) expect(definition.fields[day]).toMatchObject({ kind: 'day', required: true });
      if (parent !== undefined) {
        const field = definition.fields[parent];
        expect(field).toMatchObject({ kind: 'reference', required: true });
        for (const name of field?.to ?? [])
          expect(registers.indexOf(registerOf(name))).toBeLessThan(registers.indexOf(definition));
      }
      if (code !== undefined && 'parent' in code) {
        const field = definition.fields[code.parent];
        expect(field).toMatchObject({ kind: 'reference', required: true });
        const [of] = field?.to ?? [];
        if (code.field !== undefined) {
          expect(Object.keys(registerOf(of ?? '').fields)).toContain(code.field);
          expect(code.otherwise).toMatch(/^[A-ZÅÄÖ]+$/u);
        }
      }
    },
  );

  test.each(each)('%s sets a derived value through a field that is there', (_, definition) => {
    for (const { through, field } of Object.values(definition.derived ?? {})) {
      if (through === undefined) continue;
      const holder = 'log' in through ? registerOf(through.log) : definition;
      expect(holder.fields[through.field]?.kind).toBe(field.kind);
      if ('log' in through) {
        expect(holder.fields[holder.parent ?? '']?.to).toEqual([definition.name]);
        expect(holder.day).toBeDefined();
      }
    }
  });

  test.each(each)('%s has no more keys than three kinds of registers need', (_, definition) => {
    expect(Object.keys(definition).length).toBeLessThanOrEqual(14);
  });

  test.each(each)('%s starts its fields from values that they hold', (_, definition) => {
    const initial = Object.values(definition.fields).flatMap((field) => {
      const value = field.initial === 'today' ? '2022-03-01' : field.initial;
      return value === undefined ? [] : [[field.check(value), value]];
    });
    for (const [held, value] of initial) expect(held).toBe(value);
    expect(initial).toBeDefined();
  });
});

const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s_-]+/gu, '');

describe('All declarations together', () => {
  test('Have names and code prefixes of their own', () => {
    const names = registers.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const prefixes = registers.flatMap(({ code }) =>
      code === undefined ? [] : 'prefix' in code ? [code.prefix] : [code.otherwise ?? []].flat(),
    );
    expect(new Set(prefixes).size).toBe(prefixes.length);
    for (const prefix of prefixes) expect(prefix).toMatch(/^[A-ZÅÄÖ]+$/u);
  });

  test('Have no word that calls two registers', () => {
    const taken = new Map<string, string>();
    for (const definition of registers) {
      for (const word of namesOf(definition)) {
        expect([word, taken.get(word) ?? definition.name]).toEqual([word, definition.name]);
        taken.set(word, definition.name);
      }
    }
  });

  test('Have kinds of due days that no register says twice', () => {
    for (const { due } of registers) {
      const kinds = (due ?? []).map(({ kind }) => kind);
      expect(new Set(kinds).size).toBe(kinds.length);
    }
  });
});

import { listOf } from './choice.ts';
import { cleanText } from './text.ts';
import type { Field, FieldOptions } from './field.ts';

const clean = (value: unknown, lower: boolean): string[] => {
  const items = listOf(value).map((item) => cleanText(item, false) ?? '');
  return [...new Set(items.map((item) => (lower ? item.replace(/^[+#]/, '').toLowerCase() : item)))].filter(
    Boolean,
  );
};

/** Free words that gather records across registers; lower case, no doubles. */
export function tags(options: FieldOptions): Field<readonly string[]> {
  return {
    ...options,
    kind: 'tags',
    sqlType: 'TEXT',
    comparison: 'list',
    empty: [],
    check: (value) => clean(value, true),
    read: (text) => clean(text.replaceAll(/\s+(?=[+#])/g, ','), true),
    write: (value) => value.join(', '),
  };
}

/** A list of short texts of the planner's own, such as channels or means; written as they are. */
export function words(options: FieldOptions): Field<readonly string[]> {
  return {
    ...options,
    kind: 'tags',
    sqlType: 'TEXT',
    comparison: 'list',
    empty: [],
    check: (value) => clean(value, false),
    read: (text) => clean(text, false),
    write: (value) => value.join(', '),
  };
}

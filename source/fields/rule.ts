import { explainRuleProblem, formatRule, parseRule } from '../domain/rule-text.ts';
import { isRule } from '../domain/recurrence.ts';
import { UserError } from '../errors.ts';
import type { Rule } from '../domain/recurrence.ts';
import type { Field, FieldOptions } from './field.ts';

/** A rule that lays out sessions or deliveries; written in words, kept as JSON. */
export function rule(options: FieldOptions): Field<Rule | null> {
  const refused = (given: unknown): UserError =>
    new UserError('wrong-rule', { text: String(given), reason: null });
  return {
    ...options,
    kind: 'rule',
    sqlType: 'TEXT',
    comparison: 'text',
    empty: null,
    check: (value) => {
      if (value === null || value === undefined || value === '') return null;
      if (!isRule(value)) throw refused(JSON.stringify(value));
      return value;
    },
    read: (text, { today }) => {
      if (text.trim() === '') return null;
      const parsed = parseRule(text, { today });
      if (!parsed.ok) throw new UserError('wrong-rule', { text, reason: explainRuleProblem(parsed.reason) });
      return parsed.value;
    },
    write: (value, { language }) => (value === null ? '' : formatRule(value, language)),
  };
}

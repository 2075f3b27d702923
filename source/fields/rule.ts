import { explainRuleProblem, formatRule, parseRule } from '../domain/recurrence/rule-text.ts';
import { isRule, isRuleLike, neverFires } from '../domain/recurrence/recurrence.ts';
import { UserError } from '../errors.ts';
import type { Rule } from '../domain/recurrence/recurrence.ts';
import type { Field, FieldOptions } from './field.ts';

/** A rule that lays out sessions or deliveries; written in words, kept as JSON. */
export function rule(options: FieldOptions): Field<Rule | null> {
  return {
    ...options,
    kind: 'rule',
    sqlType: 'TEXT',
    comparison: 'text',
    empty: null,
    check: (value) => {
      if (value === null || value === undefined || value === '') return null;
      if (isRule(value)) return value;
      const why = isRuleLike(value) ? neverFires(value) : null;
      const reason = why === null ? null : explainRuleProblem({ code: 'neverFires', why });
      throw new UserError('wrong-rule', { text: JSON.stringify(value), reason });
    },
    read: (text, { today, find, name }) => {
      if (text.trim() === '') return null;
      const parsed = parseRule(text, { today });
      if (!parsed.ok) throw new UserError('wrong-rule', { text, reason: explainRuleProblem(parsed.reason) });
      const { value } = parsed;
      // Kept by its code: a group may be given another name.
      return value.kind === 'aroundSession' ? { ...value, group: name(find(['group'], value.group)) } : value;
    },
    write: (value, { language }) => (value === null ? '' : formatRule(value, language)),
  };
}

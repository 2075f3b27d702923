import { expect, test } from 'vitest';
import { defaultThresholds } from '../../source/domain/risk.ts';
import { smallProject, status } from './small-project.ts';

test('The report as JSON: what it is, its days and step, and its model with codes for records', () => {
  const project = smallProject();
  const { text, seq } = status(project, { format: 'json' });
  const made = JSON.parse(text) as Record<string, unknown>;
  expect(made).toMatchObject({
    luotsi: 'report',
    version: 1,
    kind: 'status',
    from: '2022-03-15',
    to: '2022-04-04',
    seq,
    report: {
      scope: { since: 'meeting', meeting: '1/2022' },
      project: { title: 'Koehanke' },
      lights: { overall: 'amber', risks: 'red' },
      plan: {
        packages: [
          {
            owner: { code: 'TP-1' },
            activities: [{ code: 'TO-1', package: 'TP-1', objective: 'TA-1' }, {}, {}],
          },
        ],
      },
      risks: { open: [{ risk: { code: 'R-1', score: 12 }, scoreBefore: 9 }], thresholds: defaultThresholds },
    },
  });
  expect(text).not.toMatch(/"id":/u);
  expect(status(project, { format: 'json', language: 'en' }).text).toBe(text);
});

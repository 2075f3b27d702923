import { same } from '../../store/journal/images.ts';
import type { Follower, StepSoFar } from '../writing/step-rule.ts';

const folded = (name: string): string => name.normalize('NFC').trim().toLowerCase().replaceAll(/\s+/gu, ' ');

interface Named {
  readonly id: number;
  readonly name: string;
}

/**
 * Part of a step that brings people: a unit whose supervisor is only a name, because its table came first, names the
 * person as soon as exactly one bears that name.
 */
function nameSupervisors({ project: { store }, unit, heard: people }: StepSoFar): void {
  const arrived = new Set(
    people
      .map(({ id, before }) => ({ before, person: unit.read(id) }))
      .filter(
        ({ before, person }) =>
          person.removedStep === null && !same(before?.['name'] ?? null, person['name']),
      )
      .map(({ person }) => folded(String(person['name']))),
  );
  if (arrived.size === 0) return;
  const waiting = store
    // Texts come after all numbers, which stand for people: so the index tells of the few that are names.
    .sql<Named>(`SELECT id, supervisor AS name FROM unit WHERE removedStep IS NULL AND supervisor >= ''`)
    .all()
    .filter(({ name }) => arrived.has(folded(name)));
  if (waiting.length === 0) return;
  const namesakes = Map.groupBy(
    store.sql<Named>('SELECT id, name FROM person WHERE removedStep IS NULL').all(),
    ({ name }) => folded(name),
  );
  for (const { id, name } of waiting) {
    const [only, other] = namesakes.get(folded(name)) ?? [];
    if (only !== undefined && other === undefined) unit.change(id, { supervisor: only.id });
  }
}

export const namingSupervisors: Follower = { hears: ['person'], inDated: false, follow: nameSupervisors };

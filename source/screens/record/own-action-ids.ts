/** Which actions only some registers have, by register. No Ink: the first paint's footer asks too. */
import type { ActionId } from '../../keys/actions.ts';

export const ownActionIds = {
  candidate: ['record.advance', 'record.state'],
  membership: ['record.advance', 'membership.succeed'],
  round: ['record.again'],
  session: ['record.topic', 'session.run', 'session.attendance', 'session.papers'],
  person: ['person.anonymise'],
  delivery: ['record.evidence'],
  topic: ['record.topic', 'record.vote'],
  risk: ['record.assess', 'risk.unchanged', 'risk.realise', 'risk.escalate'],
} as const satisfies Readonly<Record<string, readonly ActionId[]>>;

type Owner = keyof typeof ownActionIds;

/** Each of its own actions is done by one function. */
export type OwnActions<Act> = {
  readonly [Name in Owner]: Readonly<Record<(typeof ownActionIds)[Name][number], Act>>;
};

const owners: Readonly<Record<string, readonly ActionId[]>> = ownActionIds;

export function ownActionsOf(register: string): readonly ActionId[] {
  return owners[register] ?? [];
}

export function ownersOf(action: ActionId): readonly string[] {
  return Object.keys(owners).filter((register) => ownActionsOf(register).includes(action));
}

/** Every action that some register has and others lack. */
export const everyOwnAction: readonly ActionId[] = [...new Set(Object.values(owners).flat())];

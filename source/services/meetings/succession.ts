/** A successor takes a member's seat on a day. */
import { addDays } from '../../domain/days/day.ts';
import { UserError } from '../../errors.ts';
import { stepOf } from './running.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Project } from '../project/project.ts';
import type { Written } from '../writing/write.ts';

/** The old term ends on the eve, and the new one has its group, role and seat. @returns the new membership's id */
export function succeed(
  project: Project,
  membership: number,
  person: number,
  day: Day,
  { reason = null, baseVersion }: { readonly reason?: string | null; readonly baseVersion?: number } = {},
): Written<number> {
  return stepOf(
    project,
    'succeed',
    (unit) => {
      const old = unit.read(membership);
      const { group, role, seat, starts, ends, deputyOf } = old;
      const eve = addDays(day, -1);
      if ((typeof starts === 'string' && eve < starts) || (typeof ends === 'string' && ends < eve))
        throw new UserError('succeeds-outside', {
          code: old.code ?? '',
          day,
          starts: String(starts ?? ''),
          ends: String(ends ?? ''),
        });
      const id = unit.add('membership', { group, role, seat, person, starts: day, ends, deputyOf });
      unit.change(membership, { ends: eve, successor: id, ...(reason !== null && { reason }) }, baseVersion);
      return id;
    },
    'membership',
  );
}

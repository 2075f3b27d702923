/**
 * The loss of power in a storm of writes. A writing process is stopped between two of its calls to the system, which shows the
 * file and its log as they are at one moment; then what no fsync has promised is taken away as a disk may: the log's end cut
 * anywhere or written in part, and pages of the file that a checkpoint was just writing garbled.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { closeStore } from '../../source/store/file/open.ts';
import { makeProject, newPath } from '../support/project.ts';
import { numbers } from '../support/random-changes.ts';
import { aftermath, startWriter } from './writers.ts';
import type { Draft } from './writers.ts';
import type { Tally } from './tally.ts';

const headerBytes = 32;
const frameHeaderBytes = 24;
const sector = 512;

type Next = (below: number) => number;

/** How many losses are made of one moment. */
const lossesOfMoment = 5;
const momentsOfFile = 40;

interface Frame {
  /** The byte after it. */
  readonly end: number;
  readonly page: number;
  readonly isCommit: boolean;
}

/** Frames of the log from its beginning that are of its present round: the salt of the header is theirs. */
export function framesOf(log: Buffer): { frames: Frame[]; pageBytes: number } {
  if (log.length < headerBytes) return { frames: [], pageBytes: 4096 };
  const pageBytes = log.readUInt32BE(8);
  const salt = log.subarray(16, 24);
  const frames: Frame[] = [];
  for (let at = headerBytes; at + frameHeaderBytes + pageBytes <= log.length;) {
    if (!log.subarray(at + 8, at + 16).equals(salt)) break;
    const end = at + frameHeaderBytes + pageBytes;
    frames.push({ end, page: log.readUInt32BE(at), isCommit: log.readUInt32BE(at + 4) !== 0 });
    at = end;
  }
  return { frames, pageBytes };
}

interface Moment {
  readonly file: Buffer;
  readonly log: Buffer;
  readonly steps: readonly number[];
  readonly draft: Draft;
}

/** Stops the process, looks, and lets it go on. What it had said by then was on disk by then. */
async function momentOf(
  path: string,
  title: string,
  writer: ReturnType<typeof startWriter>,
): Promise<Moment> {
  writer.child.kill('SIGSTOP');
  // What it wrote into the pipe before it stopped has time to arrive: more is known to be acknowledged, not less.
  await wait(4);
  const log = existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`) : Buffer.alloc(0);
  const { steps, draft } = writer.said;
  const moment = { file: readFileSync(path), log, steps: [...steps], draft: { title, number: draft } };
  writer.child.kill('SIGCONT');
  return moment;
}

function put(path: string, file: Buffer, log: Buffer): void {
  writeFileSync(path, file);
  writeFileSync(`${path}-wal`, log);
  rmSync(`${path}-shm`, { force: true });
}

/** Does the file with so much of its log hold all that was acknowledged? */
function holds(path: string, { file, log, steps, draft }: Moment, length: number): boolean {
  put(path, file, log.subarray(0, length));
  const database = new Database(path);
  try {
    const newest = Number(database.prepare('SELECT max(seq) FROM step').pluck().get());
    return newest >= Math.max(0, ...steps) && draftIn(database) >= draft.number;
  } finally {
    database.close();
  }
}

const draftIn = (database: Database.Database): number =>
  Number(database.prepare(`SELECT "values" ->> 'number' FROM draft`).pluck().get() ?? 0);

/** So much of the log an fsync has promised: up to the last commit that was acknowledged. */
function promised(moment: Moment, frames: readonly Frame[]): number {
  const scratch = newPath('promised');
  let least = moment.log.length === 0 ? 0 : headerBytes;
  const commits = frames.filter(({ isCommit }) => isCommit).map(({ end }) => end);
  // At most a commit or two are on their way; going backwards, the first that is too little ends the walk.
  let known = commits.at(-1) ?? least;
  for (const end of [...commits.slice(0, -1).toReversed(), least]) {
    if (!holds(scratch, moment, end)) {
      least = known;
      break;
    }
    known = end;
  }
  for (const ending of ['', '-wal', '-shm']) rmSync(scratch + ending, { force: true });
  return Math.min(least, moment.log.length);
}

/** The log with its end beyond what was promised as a disk may leave it. */
function lostTail(log: Buffer, from: number, next: Next): Buffer {
  const cut = Buffer.from(log.subarray(0, from + next(log.length - from + 1)));
  if (next(2) === 0) return cut;
  // Parts of it came to the disk, others are what was there before, or nothing.
  for (let at = Math.ceil(from / sector) * sector; at < cut.length; at += sector) {
    const way = next(4);
    if (way === 0) cut.fill(0, at, Math.min(at + sector, cut.length));
    if (way === 1)
      for (let byte = at; byte < Math.min(at + sector, cut.length); byte += 1) cut[byte] = next(256);
  }
  return cut;
}

/** Pages that the promised log holds may have been under way into the file. The first says what the file is, and is left. */
function tornFile(
  file: Buffer,
  frames: readonly Frame[],
  from: number,
  pageBytes: number,
  next: Next,
): Buffer {
  const torn = Buffer.from(file);
  const lastCommit = frames.findLastIndex(({ isCommit, end }) => isCommit && end <= from);
  for (const { page } of frames.slice(0, lastCommit + 1)) {
    const at = (page - 1) * pageBytes + next(pageBytes / sector) * sector;
    if (page > 1 && at + sector <= torn.length && next(3) === 0) torn.fill(next(256), at, at + sector);
  }
  return torn;
}

/** Settings without which nothing is promised; a process that is killed would hardly ever show it. */
function carelessness(database: Database.Database): string[] {
  const setting = (name: string): string => String(database.pragma(name, { simple: true }));
  return [
    ...(setting('synchronous') === '2' ? [] : ['A commit is not waited for until it is on disk']),
    ...(setting('journal_mode') === 'wal' ? [] : ['There is no write-ahead log']),
  ];
}

/** Loses the power `times` times. */
export async function powerStorm(times: number): Promise<Tally> {
  const next = numbers(20_221_122);
  const total: Total = { acknowledged: 0, lost: 0, unreadable: 0, uncaught: 0, problems: [] };
  for (let done = 0; done < times;) {
    const project = makeProject(`power ${done}`, false);
    const { path } = project.store;
    total.problems.push(...carelessness(project.store.database));
    closeStore(project.store);
    const title = `power-${done}`;
    const writer = startWriter(path, title, '1000000', 'drafts');
    await Promise.race([writer.spoken, writer.ended]);
    for (let moment = 0; moment < momentsOfFile && done < times; moment += 1) {
      await wait(next(30));
      const seen = await momentOf(path, title, writer);
      const { frames, pageBytes } = framesOf(seen.log);
      const known = { ...seen, frames, pageBytes, from: promised(seen, frames) };
      for (let loss = 0; loss < lossesOfMoment && done < times; loss += 1, done += 1)
        lose(known, next, total);
    }
    total.acknowledged += writer.said.steps.length;
    writer.child.kill('SIGKILL');
    await writer.ended;
    if (writer.said.errors !== '') total.problems.push(writer.said.errors);
  }
  total.uncaught = total.problems.length - total.unreadable;
  return { fault: 'power lost while writing', times, ...total };
}

interface KnownMoment extends Moment {
  readonly frames: readonly Frame[];
  readonly pageBytes: number;
  /** So much of the log was promised. */
  readonly from: number;
}

interface Total {
  acknowledged: number;
  lost: number;
  unreadable: number;
  uncaught: number;
  readonly problems: string[];
}

function lose(moment: KnownMoment, next: Next, total: Total): void {
  const { frames, pageBytes, from } = moment;
  const path = newPath('lost');
  put(path, tornFile(moment.file, frames, from, pageBytes, next), lostTail(moment.log, from, next));
  try {
    const found = aftermath(path, moment.steps, next(10) === 0, moment.draft);
    total.lost += found.lost;
    total.unreadable += found.problems.length > 0 ? 1 : 0;
    if (found.problems.length > 0) total.problems.push(found.problems[0] ?? '');
  } catch (error) {
    total.unreadable += 1;
    total.problems.push(String(error));
  }
  for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true });
}

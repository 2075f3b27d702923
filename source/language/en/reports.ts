import { reportKinds } from './report-kinds.ts';
import { reportRecords } from './report-records.ts';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Words of the pages and pictures of all reports. Days come as written text, counts as numbers. */
export const reports = {
  ...reportKinds,
  ...reportRecords,
  page: {
    skip: 'Skip to the content',
    contents: 'Contents',
    logo: 'Logo',
    chartTable: 'Figures of the chart',
  },
  charts: {
    heatMap: {
      title: 'Risks by probability and impact',
      probability: 'Probability',
      impact: 'Impact',
      description: (p: { count: number; high: number }) =>
        `${plural(p.count, 'assessed risk', 'assessed risks')}, ${p.high === 0 ? 'none' : p.high} of them high or very high.`,
    },
    funnel: {
      title: (p: { round: string }) => `Stages of recruitment: ${p.round}`,
      description: (p: { first: number; last: number }) => `${p.first} interested, ${p.last} started.`,
    },
    trend: {
      title: (p: { group: string }) => `Attendance: ${p.group}`,
      description: (p: { times: number; least: number; most: number }) =>
        p.least === p.most
          ? `Present at the last ${plural(p.times, 'meeting', 'meetings')}: ${p.most} each time.`
          : `Present at the last ${plural(p.times, 'meeting', 'meetings')}: from ${p.least} to ${p.most}.`,
      columns: { day: 'Day', present: 'Present' },
      notCounted: 'not counted',
    },
    timeline: {
      title: 'Activities by work package',
      description: (p: { span: string; done: number; late: number; toCome: number; dropped: number }) =>
        `${p.span}, each activity on its day: ${p.done} done, ${p.late} late, ${p.toCome} to come, ${p.dropped} dropped.`,
      columns: { activity: 'Activity', package: 'Work package', day: 'Day', state: 'State' },
      marks: { sent: 'done', late: 'late', skipped: 'dropped', toCome: 'to come' },
      now: 'now',
    },
    strip: {
      title: 'Pieces of communication by audience',
      description: (p: { span: string; sent: number; late: number; skipped: number; toCome: number }) =>
        `${p.span}: ${p.sent} sent, ${p.late} late, ${p.skipped} skipped, ${p.toCome} to come.`,
      columns: { delivery: 'Piece', audience: 'Audience', day: 'Day', state: 'State' },
      marks: { sent: 'sent', toCome: 'to come', late: 'late', skipped: 'skipped' },
    },
  },
};

/** Words of clubs: topics, series, figures. */
export const clubs = {
  topics: {
    vote: 'One more wish',
    nobody: 'a wish, no matter whose',
    by: 'whose wish: a few letters of a name',
    voted: 'Wished for:',
    take: 'Topic from the stock',
    votes: (count: number) => `${count} ${count === 1 ? 'wish' : 'wishes'}`,
    emptyStock: 'There is no topic in stock for this group: n on the tab Topics adds one.',
    plan: 'Which session takes it up?',
    noSession: 'No session of the group is planned.',
  },
  scope: {
    title: 'What is the change meant for?',
    this: 'this one only',
    following: 'this and those that follow',
    all: 'all that are ahead',
    ahead: (count: number) => `${count} planned`,
  },
};

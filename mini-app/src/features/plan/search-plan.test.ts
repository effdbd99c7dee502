import { describe, expect, it } from 'vitest';
import { planText } from '../../../testing/sample-plan.ts';
import { readSearchable, searchPlan } from './search-plan.ts';

const plan = readSearchable(planText().sections);
const search = (sought: string) =>
  searchPlan(plan, sought).hits.map(({ section, snippet }) => ({
    id: section.id,
    marked: snippet.filter(({ isHit }) => isHit).map(({ text }) => text),
  }));

describe('searching the plan', () => {
  it('finds words typed without tone marks, and marks them as the plan prints them', () => {
    expect(search('nguoi cao tuoi')).toEqual([{ id: 'II.1.2', marked: ['người', 'cao', 'tuổi'] }]);
  });

  it('takes typed marks seriously', () => {
    expect(search('mang không')).toEqual([]);
    expect(search('mạng không')).toEqual([{ id: 'II.2', marked: ['mạng', 'không'] }]);
  });

  it('finds while the last word is being typed', () => {
    expect(search('nha van ho').map(({ id }) => id)).toEqual(['II.1.1']);
  });

  it('puts the words in a row before the same words apart', () => {
    expect(search('kỹ năng số')[0]).toEqual({ id: 'II.1', marked: ['kỹ', 'năng', 'số'] });
  });

  it('finds a section by its plain words', () => {
    expect(search('vi sao co ke hoach').map(({ id }) => id)).toEqual(['I']);
  });

  it('shows the neighbourhood of a hit in a long paragraph, cut between words', () => {
    const long = readSearchable([
      {
        ...{ id: 'x', level: 1, label: 'X', title: null, plain_title: null, raw: '' },
        paragraphs: [{ id: 'x#1', text: `${'chữ đầu '.repeat(40)}camera an ninh ${'chữ cuối '.repeat(40)}` }],
      },
    ]);
    const words =
      searchPlan(long, 'camera')
        .hits[0]?.snippet.map(({ text }) => text)
        .join('') ?? '';
    expect(words).toMatch(/^…(chữ|đầu) .*camera an ninh chữ cuối .*(chữ|cuối)…$/);
    expect(words.length).toBeLessThan(230);
  });
});

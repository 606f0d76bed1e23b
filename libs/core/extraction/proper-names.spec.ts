import { readStructure } from './document-structure.js';
import { readProperNames } from './proper-names.js';
import type { ProperNames } from './proper-names.js';

const namesIn = (text: string): ProperNames => {
  const { paragraphs, author } = readStructure(text, { author: 'Anna Low' });
  return readProperNames(text, paragraphs, author);
};

describe('reading the names of a text', () => {
  it('knows persons by their last names, titles left out', () => {
    const names = namesIn('Finance Minister Ada Bell spoke. Mr Dunn, who listened, left. Bell stayed.');
    expect(names.persons.get('Bell')).toBe('Ada Bell');
    expect(names.persons.get('Dunn')).toBe('Dunn');
  });

  it('takes no name for a person that stands in places', () => {
    const names = namesIn('It rained in Uttar Vale and the Harbour Cup was lost. Uttar Vale is wet.');
    expect([...names.fullPersons]).toEqual(['Anna Low']);
  });

  it('leaves a surname shared by two persons open', () => {
    const names = namesIn('Ada Bell said no. Tom Bell said yes. Bell went home.');
    expect(names.persons.get('Bell')).toBeNull();
  });

  it('ties acronyms to the names they stand for', () => {
    const names = namesIn(
      'The Salt Marsh Authority (SMA) met the International Tin Council. The ITC was late; the SMA was not.',
    );
    expect(names.acronyms.get('SMA')).toBe('Salt Marsh Authority (SMA)');
    expect(names.acronyms.get('ITC')).toBe('International Tin Council (ITC)');
  });

  it('reads no names out of headings', () => {
    const names = namesIn(
      'Will Harbour Push Council\n\nThe council met and the harbour was quiet for a day.',
    );
    expect([...names.fullPersons]).toEqual(['Anna Low']);
  });
});

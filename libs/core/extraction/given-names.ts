const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Given names that nearly always mean a woman; those that mean either are left out. */
const WOMEN = names(
  'Mary Anna Anne Ann Elizabeth Sarah Emma Emily Laura Julia Maria Ruth Helen Margaret Susan Karen Nancy Linda Patricia Barbara Jennifer Jessica Rachel ' +
    'Rebecca Catherine Katherine Kate Jane Alice Lucy Clara Eva Eve Ada Ella Grace Hannah Ingrid Astrid Sofia Sophia Sophie Isabel Isabella Olga Natalia Elena ' +
    'Irina Svetlana Tatiana Fatima Aisha Amina Leila Mei Yuki Priya Anita Sunita Deborah Diana Dorothy Ellen Esther Eleanor Fiona Frances Gloria Heather Irene ' +
    'Janet Joan Joanna Judith Julie Karin Kirsten Louise Lydia Marie Martha Michelle Miriam Monica Nicole Nina Nora Olivia Pamela Paula Rosa Rose Sandra Sharon ' +
    'Silvia Sylvia Stella Teresa Theresa Tracy Ursula Vera Victoria Virginia Wendy Yvonne Zoe Angela Amy Amanda Beatrice Bridget Carla Carmen Caroline Charlotte ' +
    'Christina Christine Claire Daniela Francesca Gabriela Giulia Greta Henrietta Ines Katarina Liz Lucia Magdalena Marta Melanie Petra Renata Rita Valeria Veronica',
);
/** The same for men. */
const MEN = names(
  'John James Robert Michael William David Richard Joseph Thomas Tom Charles Daniel Matthew Mark Paul Steven Stephen Andrew Peter Kevin Brian George Edward ' +
    'Edmund Henry Jack Harry Frank Fred Frederick Walter Arthur Albert Simon Martin Anthony Tony Philip Ian Alan Colin Graham Keith Neil Nigel Roger Stuart Hugh ' +
    'Ivan Igor Boris Dmitri Sergei Vladimir Mikhail Nikolai Oleg Viktor Yuri Hans Karl Klaus Jürgen Wolfgang Dieter Stefan Sven Lars Erik Olaf Anders Bjorn Henrik ' +
    'Pierre Jacques François Louis Antoine Marcel Carlos Juan José Luis Miguel Pedro Pablo Diego Fernando Javier Antonio Giovanni Giuseppe Marco Mario Luigi Paolo ' +
    'Ahmed Ali Hassan Hussein Ibrahim Mohammed Muhammad Omar Mustafa Yusuf Rajesh Sanjay Vikram Arjun Ravi Hiroshi Kenji Takeshi Jim Bill Bob Mike Dave Steve Joe ' +
    'Ben Benjamin Adam Aaron Bruce Carl Christopher Donald Douglas Eric Gary Gerald Gordon Greg Gregory Jason Jeffrey Jeremy Jeff Jerome Ken Kenneth Larry Lawrence ' +
    'Leonard Marcus Max Nathan Nicholas Oliver Oscar Patrick Ralph Raymond Ronald Samuel Scott Sean Ted Timothy Tim Victor Vincent Wayne Dan Rob Phil',
);

const TITLES_OF_WOMEN = names('Ms Mrs Miss Madam Madame Lady Dame Queen Princess Baroness Sister');
const TITLES_OF_MEN = names('Mr Sir Lord King Prince Baron Father Brother');
const withoutStop = (word: string): string => (word.endsWith('.') ? word.slice(0, -1) : word);

export type Gender = 'she' | 'he';

/** Whom a title or a given name means, as far as they tell. */
export function genderOf(word: string): Gender | null {
  if (WOMEN.has(word) || TITLES_OF_WOMEN.has(withoutStop(word))) return 'she';
  return MEN.has(word) || TITLES_OF_MEN.has(withoutStop(word)) ? 'he' : null;
}

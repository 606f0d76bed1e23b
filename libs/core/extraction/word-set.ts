/** Words in a list, parted by blanks, to be asked for one by one: a look-up is faster than any pattern of alternatives. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(' '));

import type { SaidFinding } from './model-server.js';

/** A commentary of our own: three predictions that the rules find, and a fourth that they do not. */
export const QUAYS = `Title: What the quays expect
Author: Mara Quill
Outlet: The Fictional Courier
Date: 2022-01-17
Address: https://example.org/courier/quays

The talks about the harbour of Norvik ended without a result, and the ropes are being counted again.

A strike at Norvik harbour is very unlikely before the end of March. The ferries will not run this winter. The council is expected to pass the levy by the end of June.

The old timetable is gone for good, whatever the company prints. Who would have thought so?
`;

/** Found by the rules too, read alike. */
export const STRIKE: SaidFinding = {
  quote: 'A strike at Norvik harbour is very unlikely before the end of March',
  statement: 'Dockers strike at Norvik harbour',
  hedge: 'very unlikely',
  deadline: 'before the end of March',
};

/** Found by the rules too; the model overlooks the deadline and the hedge it names is another. */
export const LEVY: SaidFinding = {
  quote: 'The council is expected to pass the levy by the end of June',
  statement: 'The council passes the levy',
  hedge: 'is expected to',
};

/** Found by the model alone. */
export const TIMETABLE: SaidFinding = {
  quote: 'The old timetable is gone for good',
  statement: 'The old timetable comes back',
};

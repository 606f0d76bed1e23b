/** A text of our own full of plain predictions, one a paragraph, by somebody who does not exist. */
export const TWELVE_PREDICTIONS = `Title: Twelve things to come at Norvik
Author: Mara Quill
Outlet: The Fictional Courier
Date: 2022-03-01

The port authority of Norvik will raise its fees by June 2022.

The dockers of Norvik will probably strike by 30 April 2022.

The ferry company will order two electric ferries by the end of 2022.

The parliament in Vilnius will adopt the new border law by 20 May 2022.

The central bank will raise its key rate by 30 September 2022.

The government will very likely abolish the harbour levy by July 2022.

The rail line to Brenn will reopen by 15 August 2022.

The airline Fjordwing will file for bankruptcy by the end of June 2022.

The mayor of Norvik is likely to resign by 31 May 2022.

The shipyard will deliver its first hydrogen tug by December 2022.

The European Commission will probably approve the merger by 30 June 2022.

The cold store in the east basin will close by the end of October 2022, and the old crane will be sold by May 2022.

Nobody at the quays expects the town to look the same a year from now.
`;

import { stem } from './stem.js';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u));

/** Carry no meaning of their own; never terms. Lower case, as written, without diacritics. */
export const STOP_WORDS = words(`
  a about above after again against all also am an and any are as at be because been before being below between both
  but by can cannot could did do does doing done down during each either else ever every few for from further had has
  have having he her here hers him his how however i if in into is it its itself just least less many may me might more
  most much must my near neither no nor not now of off on once one only or other others our out over own per quite
  rather same shall she should since so some still such than that the their them themselves then there these they this
  those though through thus till to too toward towards two under until unless up upon us very via was we well were what
  when where whether which while who whom whose why will with within without would yet you your yes
  said say says saying tell told according amid among around another instead back get gets got like let lets make makes
  made take takes took taken put go goes going gone come comes came new first last next week weeks day days today
  yesterday tomorrow month months year years time times monday tuesday wednesday thursday friday saturday sunday
  mr mrs ms dr jr sr don doesn didn isn aren wasn weren won wouldn shouldn couldn hasn haven hadn s t ll re ve d
`);

/** Month names: dates are compared as dates, not as words. "may" and "march" are left to the stop words and verbs. */
export const MONTH_WORDS = words(`
  january february april june july august september october november december jan feb apr jun jul aug sept oct nov dec
`);

/** Say how a question is settled, not what it is about: left out of statements and criteria. */
export const SETTLING_WORDS = words(`
  resolve resolves resolved resolution question outcome criteria criterion officially official publicly public publicly
  report reports reported reporting reputable credible source sources news media outlet outlets confirm confirmed
  confirmation confirms verify verified verifiable announcement statement statements reuters bbc cnn press associated
  release releases count counts counted qualify qualifies consider considered occur occurs occurred happen happens
  happened event events date deadline inclusive start end least major otherwise include includes including clearly
  specific specifically explicitly refer refers defined means mean purpose purposes based
`);

/** Stand in news of every kind; a match on these alone says little. Stems. */
export const GENERIC_STEMS: ReadonlySet<string> = new Set(
  [
    ...words(`
    president presidential minister prime government governmental country nation national state leader leadership office
    official party politics political policy plan people public group world international global force talk meeting
    call support member house senate congress parliament court law rule bill case issue change increase reduction
    reduce major million billion percent company market business number level rate secretary department committee council
    agency authority authorities power security military statement announce announcement annual former senior top
    current region regional local federal system service program programme project work start continue remain
    reach become hold show expect expected lead set run use high low higher lower large great good part place area
    city home man men woman women former head chief board campaign candidate vote move step effort deal
    action decision response problem risk need want help keep give face follow turn bring open close general central
    foreign domestic economic economy social new latest early late recent early long short full main
    bank union association organization organisation university institute ministry commission corporation league cup
    airline airlines industry industries holding holdings front army movement fund foundation society club county street
    island river sea ocean lake bay gulf valley mountain airport school hospital station times post journal center centre
    announce implement declare issue approve receive pass enact establish introduce conclude publish file complete
    include propose plan provide require consider launch release create develop maintain implement adopt achieve occur
    least significant official formal final initial additional total average single multiple various certain
    senator representative governor chancellor king queen prince pope premier justice judge mayor spokesman spokeswoman professor doctor commander
    week month year day percentage share amount average figure data record list type form kind
      `),
  ].map(stem),
);

/** Before or after a verb, they turn a report around. */
export const NEGATIONS =
  words(`not no never cannot without fails fail failed refuse refuses refused reject rejects
  rejected rejecting denies denied deny against unlikely`);

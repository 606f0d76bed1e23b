import { LIKELY_PHRASES } from './lexicon-likely.js';
import { UNLIKELY_PHRASES } from './lexicon-unlikely.js';
import { say } from './phrase-matcher.js';
import type { LexiconEntry } from './phrase-matcher.js';

const RULE_OUT = 'ruled|counted out';
const DISMISS = 'excluded|discounted|dismissed|precluded|ignored';
const OUTCOME =
  'outcome|outcomes|scenario|scenarios|result|course|path|option|candidate|explanation|case|winner|future|development|way|ending|end|route|trajectory|successor|alternative|possibility|culprit|target|destination|date|cause|response|move|step|consequence';
const HAVING = 'be|have|see|get|make|bring|offer|find|take|leave|give|win|receive|face|reach|gain';
/** "No doubt", "no less", "no shortage of": these deny nothing. */
const NOT_NOTHING =
  '!doubt|longer|more|less|fewer|better|worse|sooner|later|different|easy|small|mean|ordinary|surprise|shortage|lack|secret|exception|wonder';

/** Possible, and no more is said: never scored. */
const POSSIBLE: readonly LexiconEntry[] = [
  ...say('possible', ['may|might|could|can !not|never|no|neither'], { denied: null, isModal: true }),
  ...say('possible', ['may|might|could yet|easily|still|also|perhaps|possibly|just|conceivably !not'], {
    denied: null,
    isModal: true,
  }),
  ...say('wellPossible', ['may|might|could very|quite? well !not|never|as|equally'], {
    denied: null,
    isModal: true,
  }),
  ...say('wellPossiblyNot', ['may|might|could very|quite? well not|never'], { denied: null }),
  ...say('possible', [
    'easy|easier|possible to see|imagine|envisage|foresee|picture',
    'perhaps',
    'maybe',
    'half a chance',
    'not|never write|count|rule|writing|counting|ruling it|this|that|them|him|her|us|a off|out',
    'not without a|any|some? chance|chances|hope|hopes|prospects',
    'not clear|obvious|evident|apparent that',
    'with a shout',
    'not put it past',
    'within the realm|realms|bounds of possibility|the|reason possible?',
    'in the realm|realms of possibility|the possible?',
    'never say never',
    'stranger things have happened',
    `can|could|should|must? not|never be|being|been completely|entirely|totally|fully|wholly|altogether|easily|lightly|definitively|yet? ${RULE_OUT}`,
    `can|could|should|must? not|never be|being|been completely|entirely|totally|fully|wholly|altogether|easily|lightly|definitively|yet? ${DISMISS}`,
    'can|could|would|will|do|does|did|should|has|have? not|never completely|entirely|totally|fully|wholly|altogether|yet? rule|rules|ruled|ruling|count it|this|that|them|anything|such? out',
    'can|could|would|will|do|does|did|should? not|never completely|entirely|totally|fully|wholly|altogether|yet? exclude|discount|dismiss|preclude',
    'unwise|foolish|wrong|premature|rash|hard|difficult|impossible|imprudent|mistake|tough|naive to entirely|completely? rule|exclude|dismiss|discount|ignore out?',
    'rule|rules|ruling nothing out',
    'nothing is ruled out',
    'nobody|none|one is|are|has|have rule|ruled|ruling|rules out',
    'refuse|refuses|refused|refusing|decline|declines|declined|unwilling|reluctant to rule|exclude out?',
    'no ruling|excluding|discounting out?',
  ]),
  ...say('possible', ['has|have|having the potential to', 'the potential to'], {}),
  ...say(
    'possible',
    [
      'greater|growing|rising|increasing|increased|higher|heightened|mounting|elevated|bigger|larger risk|risks|danger|threat',
      'risk|risks|danger|threat is|are|has|have been? growing|rising|increasing|mounting|risen|grown|increased',
    ],
    { denied: null },
  ),
  ...say(
    'possible',
    ['risk|danger|threat|prospect|possibility|spectre|specter of|that', 'room|scope for', 'on the table'],
    {
      isWeak: true,
      denied: null,
    },
  ),
  ...say('possible', ['potential|potentially'], { isWeak: true, denied: null }),
  ...say(
    'possible',
    [
      'not certain|sure|confident|convinced enough',
      'not necessarily',
      'not 100|hundred percent|per? cent? certain|sure',
    ],
    {
      denied: null,
    },
  ),
  ...say(
    'possiblyNot',
    [
      'may|might|could perhaps|possibly|still|yet|conceivably|also|just? not|never',
      'may|might no longer',
      `may|might|could ${HAVING} no|nothing|nobody ${NOT_NOTHING}`,
      'may|might|could as|equally well not',
    ],
    { denied: null },
  ),
];

/** A place in an order, without a number: never scored. */
const RANKS = say(
  'rank',
  [
    `most|second|third|next likely|probable|plausible ${OUTCOME}`,
    `likeliest ${OUTCOME}`,
    'least likely|probable|plausible',
    'most|more|less likely|probable|plausible of|than',
    'more|less likely|probable|plausible',
    'likelier|likeliest',
    'more|less probably',
    'as likely|probable ... as !not',
    'just|half|nearly|almost|every|bit as likely|probable',
    'twice|thrice|times as likely|probable',
    'second|third|next most likely|probable',
    'ever|much|far|even|slightly|somewhat|significantly more|less likely|probable|unlikely',
    'more and more likely|probable|unlikely',
    'less and less likely|probable',
    'more unlikely|improbable|doubtful',
    'base|best|worst|central|main|bull|bear case',
    'baseline|central|main|leading scenario|forecast|expectation',
    'favorite|favorites to',
    'the|a|an|clear|hot|strong|heavy|firm|overwhelming|slight|narrow|outright|early|current|bookmakers|bookies|s favorite|favorites >to|for|in|at|on|among|.',
    'front runner|runners',
    'frontrunner|frontrunners',
    'greater|growing|rising|increasing|increased|higher|heightened|mounting|elevated|bigger|larger|stronger|better|lower|falling|reduced|declining|diminishing|dwindling|shrinking|smaller|fading|lesser|worsening|improving|improved likelihood|probability|chance|chances|odds|possibility|prospect|prospects',
    'lower|falling|reduced|declining|diminishing|dwindling|shrinking|smaller|fading|lesser risk|risks|danger|threat',
    'likelihood|probability|chance|chances|odds|prospects|possibility ... is|are|has|have|keeps|keep steadily|slowly|rapidly|now|only|fast? growing|rising|increasing|increased|risen|grown|shrinking|falling|fallen|declining|declined|improving|improved|worsening|dwindling|fading|receding|shortening|shortened|lengthening|lengthened',
    'odds lengthened|shortened|lengthen|shorten|narrowed|drifted',
    'raises|raised|raising|increases|increased|increasing|reduces|reduced|reducing|boosts|boosted|boosting|lowers|lowered|lowering|improves|improved the|its|his|her|their|our|any likelihood|probability|chance|chances|odds|risk|risks|prospects|possibility',
  ],
  { denied: null },
);

/** A plain future. */
const UNHEDGED: readonly LexiconEntry[] = [
  ...say('will', ['will|shall|would', 'going|about to', 'is|are to !the|a|an|its|their|blame'], {
    denied: null,
  }),
  ...say(
    'will',
    [
      'vows|vow|vowed',
      'pledges|pledge|pledged',
      'promises|promise|promised',
      'threatens',
      'threaten|threatened|threatening to|that|with',
      'plans|plan|planning|intends|intend to',
    ],
    { denied: null, isVerb: true },
  ),
  ...say('will', ['here to stay'], { denied: 'willNot' }),
  ...say(
    'willNot',
    [
      'will|would|shall|can still|also|ultimately|simply|therefore|thus|again|now|clearly|obviously|yet? not !only|just|merely',
      'not be? going|about to',
      'will|would|shall no longer|more',
      `will|would|shall ${HAVING} no|nothing|nobody ${NOT_NOTHING}`,
      `going to ${HAVING} no|nothing|nobody ${NOT_NOTHING}`,
      'can not',
      'can|could no longer',
      'never',
      'not happening',
      'rules out',
      'has|have|had ruled out',
      'refuses|refuse|declines to',
      'vow|vows|vowed|pledge|pledges|pledged|promise|promises|promised|plan|plans|planning|intend|intends|threaten|threatens|threatened not|never to',
      'will|would neither',
    ],
    { denied: null },
  ),
  ...say('willNot', ['is|was|are|were|been|being|be ruled out'], { denied: 'possible' }),
];

/** Words that look like a likelihood and are none. They cover what they are made of. */
const NOTHING = say(
  'nothing',
  [
    'high|low|moderate|medium|great|analytic|analytical|reasonable|some|full confidence !that|in',
    'with|has|have|had high|low|moderate|medium confidence',
    'high|low|moderate|medium confidence that|in',
    'confidence|confident level|levels|interval|intervals|vote|motion|building',
    'consumer|business|investor|public|market confidence',
    'as ... as possible',
    'as possible',
    'if|where|when|wherever|whenever at? all? possible',
    'best|worst|earliest|fastest|shortest|highest|lowest|only|every|any|other|all possible',
    'make|makes|made|making it|this|that|them? possible|impossible|certain|sure',
    'make|makes|made|making|be sure|certain that|of|to|you|they|we|it',
    'how likely|probable|certain|sure|possible|confident',
    'than|as previously|initially|originally|widely|earlier|first|had|was|were? expected|anticipated|predicted|forecast|thought|feared',
    'as expected|predicted|anticipated|forecast|projected',
    'an estimated',
    'expected value|return|returns|utility|loss',
    'risk|chance|likelihood|probability|threat|danger assessment|management|averse|premium|appetite|register|analysis|factor|factors|level',
    'at risk',
    'risk free|taking|off|on',
    'take|takes|took|taking|given|give|gives|giving a|another|no|the|any|him|her|them|us|up? chance|chances !of',
    'by|last|second|first|any|another|best|your|final|only chance !of|that',
    'chance|chances to|encounter|meeting|discovery|events',
    'would have',
    'should have',
    'had|have|has been expecting|predicting|anticipating|forecasting',
    'than * expected|anticipated|predicted|forecast|feared|thought|projected',
    'than * generally|originally|previously|widely|had|initially expected|anticipated|predicted|forecast|feared|projected',
    'with any|some|more|much|greater|less certainty',
    'said|say|know|known|tell|told|predict|establish for sure|certain',
    'hardly|scarcely the|less|more|a !chance|hope|prospect|doubt',
    'had been expected|predicted|forecast|projected|tipped|due|set',
    'hope|hopes|hoped|hoping|hopeful|wish|wishes|pray|prays|praying that|it|he|she|they|we|you|i|the|this ... will|would|can|could|might|may',
    'less|more confident|certain|sure|optimistic|convinced that? ... will|would|can|could|might|may',
    'can|could not say|tell|know|predict whether|if|when|how|what|who',
    'time will|alone tell|will tell?',
    'we|you will|shall have? to? see >whether|if|how|what|when|who|where',
    'will|would|may|might|could|shall largely|partly|mostly|also|still|ultimately? depend|hinge on|upon',
    'if need be',
    'be that as it may',
    'come what may',
    'try|do|hard as|what they|he|she|i|we|it might|may|will|can',
    'remains to be seen',
    'anyone|anybody s guess',
    'who knows',
    'hard|difficult|impossible|too|tough early|soon? to say|tell|know|predict|forecast|gauge|judge',
    'unclear|uncertain|unknown|unsure|undecided',
    'not clear|known|decided|sure|certain|obvious whether|if|how|what|when|who|why|where',
    'hardly|scarcely|barely surprising|new|alone|unique|anyone|news|matters|matter|mentioned|noticed|ever',
    'not only|just|merely|simply',
    'all bets are off',
    'hedge|hedges|hedged|hedging his|her|its|their|our|my? bets|bet',
    'predictably|unpredictable|predictable|unexpected|unexpectedly|unprecedented',
    'likes of',
    'no wonder',
    'to a certain extent|degree|point',
    'unlikely hero|heroes|ally|allies|friend|friends|couple|pair|pairing|duo|alliance|bedfellows|champion|source|star',
    'probable cause',
    'to be sure !that|of|it|they|he|she|we|to',
    'sure enough',
    'remote work|working|village|villages|area|areas|region|regions|control|island|islands|location|learning|access|sensing',
    'never mind|before|been|had|has|was|were|did|have|seen|the|a',
    'can|could be seen|found|heard|read|said|described|traced|divided|used',
  ],
  { denied: null },
);

/** Says nothing until it is denied: "not a realistic goal". */
const ONLY_DENIED = say('nothing', ['realistic|credible|viable'], { denied: 'veryUnlikely' });

/** All phrases; longer matches win over shorter ones. Scale words, nouns of chance and numbers are composed elsewhere. */
export const LEXICON: readonly LexiconEntry[] = [
  ...UNLIKELY_PHRASES,
  ...LIKELY_PHRASES,
  ...POSSIBLE,
  ...RANKS,
  ...UNHEDGED,
  ...NOTHING,
  ...ONLY_DENIED,
];

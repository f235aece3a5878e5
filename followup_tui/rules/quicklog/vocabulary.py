"""The words that are, end or never are part of a person's or an organization's name."""

from __future__ import annotations

from followup_tui.rules.tokens import spelt, word_set

TITLES = word_set(
    """dr doctor prof professor mr mrs ms mx miss sir dame lord lady rev reverend fr father rabbi
    imam judge hon capt captain maj major sgt lt col gen sen senator rep councilman mme mlle
    monsieur madame herr frau sr sra srta señor señora senor senora dott ing pastor encik
    puan datuk ustad coach aunty auntie tante tia tio"""
)
"""Titles are dropped from a name, and don't end a sentence with their dot."""

HIS_TITLES = {"mr": "m", "sir": "m", "father": "m", "fr": "m", "mrs": "f", "ms": "f", "miss": "f",
              "dame": "f", "mme": "f", "mlle": "f", "frau": "f", "herr": "m"}  # fmt: skip

SUFFIXES = word_set("jr sr ii iii iv phd ph.d md m.d esq mba cpa rn dds jd")
"""Behind a name; `Jr.` and the numerals belong to it, degrees are dropped."""
KEPT_SUFFIXES = word_set("jr sr ii iii iv")

PARTICLES = word_set(
    """de la las los le les lo van von vom der den dem des del della dello di da do dos das du d'
    al el ul ud al- el- ibn bin bint binti ben bat abu ni nic mac mc o y e i 't ten ter te zu zum
    zur af av op wa ka ap ab ferch an san santa st saint dela degli dei"""
)
"""Small words inside a name; the last word of a name is never one."""

KIN = spelt(
    """m: brother, husband, son, father, dad, uncle, nephew, grandfather, boyfriend,
    brother-in-law, father-in-law, son-in-law, stepbrother, stepfather, stepson, godfather,
    grandpa, grandson""",
    """f: sister, wife, daughter, mother, mom, mum, aunt, niece, grandmother, girlfriend,
    sister-in-law, mother-in-law, daughter-in-law, stepsister, stepmother, stepdaughter,
    godmother, grandma, granddaughter, auntie""",
    """n: cousin, partner, spouse, friend, colleague, coworker, co-worker, boss, manager,
    supervisor, assistant, secretary, neighbor, neighbour, roommate, mentor, classmate, buddy,
    pal, pa, deputy, counterpart, predecessor, successor, replacement, client, contact, editor,
    director,
    recruiter, fiance, fiancee, parent, in-law, teammate, associate, ex-boss, mate, flatmate,
    housemate, ex-colleague, ex-coworker, bandmate, schoolmate, workmate, in-laws, landlord,
    tenant, trainer, doctor, sponsor, coach, teacher, advisor, adviser, lawyer, agent,
    accountant, co-founder, cofounder, report, lead""",
)
"""How somebody is related to the one who named them, with the gender where the word has one."""

ROLE_NOUNS = word_set(
    """manager mgr director dir editor recruiter ceo cfo coo cto cio cmo cpo chro vp svp evp avp
    president chair chairman chairwoman chief head lead supervisor coordinator officer analyst
    engineer developer designer architect consultant partner principal founder co-founder cofounder
    owner producer reporter writer publisher professor teacher dean provost assistant associate
    secretary receptionist gatekeeper hr attorney lawyer counsel nurse doctor planner specialist
    strategist administrator admin superintendent captain chef foreman organizer treasurer
    scientist controller comptroller bookkeeper auditor
    librarian curator buyer rep agent broker scheduler executive exec hm"""
)
ROLE_LEADS = word_set(
    """hiring managing senior sr junior jr deputy vice assistant associate executive regional
    general group interim acting lead head program project product marketing comms communications
    content news copy city features web digital hr talent sales operations ops office chief the
    their its her his a an staff technical tech engineering design public affairs internal external
    human resources creative art research account finance development editorial in-house branch
    night day shift plant site school board corporate media photo desk section"""
)

ORG_WORDS = word_set(
    """inc inc. llc ltd co corp company group health hospital clinic university college school
    schools institute academy union bank credit media press news times post courier tribune gazette
    weekly daily water power energy electric gas labs lab laboratories systems solutions software
    technologies tech technology partners associates consulting capital ventures foundation fund
    trust museum library county city department dept agency bureau office services studio studios
    works foods farms analytics networks network communications comms airlines transit authority
    council center centre society association museum theatre theater church district board
    industries manufacturing motors logistics insurance realty properties records radio books
    publishing publishers hotel restaurant cafe café bakery brewing brewery coop co-op cooperative
    nonprofit alliance medical pharmacy pharma dental design creative digital interactive
    international global staffing recruiting builders gallery outdoor outdoors logistics freight
    shipping utilities
    utility railway builders construction security"""
)

PLACES_NOT_ORGS = word_set(
    """lunch noon work home once least all first last present night dawn midnight church school
    conference event party gym store mall airport station office meeting mixer picnic fair"""
)

NEVER_NAMES = word_set(
    """i i'll i'm i've i'd ill im she he they we you it she'll he'll they'll we'll it'll she's he's
    they're it's she'd he'd they'd who her his their him them me my mine our us your this that
    these those there here the a an and or but so then if when while because since until til till
    not no yes yeah nope ok okay re fyi asap n/a na lvm vm lm tbd eod cob eow eom am pm et pt ct mt
    said says say suggests suggested told tell gave give will would could should can must may might
    need needs needed want wants wanted has have had is are was were be been being do does did
    talked talk spoke chatted met meet called call email emailed e-mail text texted zoom zoomed
    coffee lunch dinner breakfast left sent send thank thanks ask asked try tried check follow nudge
    ping interview offer applied apply position job role hiring hired knows knew great good nice
    very really just also again back today tomorrow yesterday tonight now soon later next last
    heard got get getting ran bumped saw missed voicemail message number phone cell office desk
    about after before by for from in into of off on onto out over than to toward under up via
    with w w/ without within at as like near past plus minus x one two three four five six seven
    eight nine ten half min mins minute minutes hour hours hr hrs day days week weeks month months
    year years business morning afternoon evening noon am weekend some any every each all both few
    many more most other another such only own same too please maybe still already always never
    often sometimes because though although however how what where which why whom whose linkedin
    sometime someday anytime someone somebody anyone anybody everyone everybody people folks
    person guy guys lady man woman
    team crew group staff reception receptionist recruiter recruiters recruiting hr front main line
    new old first second third"""
)
"""Capital or not, no name has these words (a known person's full name is found before)."""

COMMON = NEVER_NAMES | word_set(
    """per thank-you follow-up able portal listings postings inbox spam
    above accept accepted account across act action actually
    add address ad ads admin advice
    advise ago agency agree agreed ahead almost alone along amazing application applying appointment
    appt april area around article assistant attached august available away awesome awkward bad
    based basic beat become been begin behind believe best better between big bit black board boss
    bother box branch break brief bring brother brought budget build building bus busy buy calendar
    came cancel canceled cancelled candidate card care career case cash catch center certain chance
    change chat clear clearly client clinic clips close closed closing club cold colleague college
    come comes coming comment commute company complete computer conference confirm contact contacts
    contract conversation cool copy corporate cost could couple cousin cover crazy current cv data
    date deal december decide decided decision deck decline declined definitely degree department
    deputy desk detail details different direct directly director discuss doc document does doing
    done door down draft drive dropped during early easy edit editing editor either else employer
    end energy enough entry even event ever everything exactly example excited exec experience extra
    fact fair fall family far fast father february feedback feel fell field figure file filled final
    finally finance find fine finish fired fit floor follow-up followup forward found free
    freelance freeze friday friend friendly friends front frozen full fun funding funny further
    future general gets girl given gives giving glad go goes going gone grad grant group grow hall
    hand hang happy hard hate head health hear heart held hello help helped helpful helps here hi
    hey hi high hire hold holiday holidays home hope hopes hospital hot hour house however huge
    human hung husband idea ideas immediately important in-person industry info information inside
    instead interest interested interesting internal intern interns interviewing intro introduce
    introduced invite invited invoice issue it itself january jd job jobs join joined july june keep
    keeps kept kid kids kind kinda knew know known lab large late latest law lead leads learn leave
    leaving less let let's letter level life likely limit link list listen little live local
    location lol long longer look looked looking looks lose lost lot lots love loved low lunch
    machine made mail main make makes making manage manager many march market marketing match matter
    may meeting meets member mention mentioned mention message mgr mid middle mind mine miss mistake
    mixer moment monday money month mother move moved moving mtg much mum mom museum myself name
    named names near nearly neighbor network networking nervous newsletter nobody none normal note
    notes nothing notice november nurse october offered offering offers office okay old once online
    open opening openings opens operations option order org our outline outside over overtime own
    page pages paid paper paragraph part part-time partner party pass passed passing past pay pays
    pdf pen pending people perfect performance perhaps phone pick picked piece pitch place plan
    planning plans play please point policy portfolio positions possible post posted posting
    practice prefer prep prepare present president press pretty print private probably problem
    process product program project promise promised promises promising proposal public put
    question questions quick quickly quiet quit quite rang rate rather rather reach reached reaching
    read ready real reason received recent recently recommend recommended recruit red ref refer
    reference references referral referred referrer refs regarding register rejected relaxed
    remember
    remind reminder remote reply report reporter request reschedule rescheduled research resign
    resources respond rest result resume return returned review reviewed right ring road role room
    round rude rule run running rush safe salary sales sample samples saturday saying schedule
    scheduled school science screen search season seat secretary section see seem seemed seems seen
    select self sell send sending senior sense separate september series serious service set
    several shall share shared she'd shift short should show side sign signed similar simple since
    sister site sitting situation skills slow small smart social solid something son sorry sort
    sound sounded sounds speak speaking special spent spot spring staff stage stand start started
    starting starts state station stay step stick stop store story straight street stressed strong
    student study stuff subject sucks suggest suggestion suggestions summer sunday super support
    supposed sure survey system systems table take taken takes taking talent talking target task
    tax tea teach teacher tech terrible test texting thing things think thinking thinks
    third thought
    through thursday thx thnx ty tie tied time times tip tips tired title together token told ton
    top total touch tough town track trade training transfer travel traveling treat trip trouble
    true truly trust trying tuesday turn turned twice type ugh uncle understand union unit unless
    unsure update updates upset use used useful usual vacation via video view visit visiting voice
    wait waiting walk wall warm was wasn't watch water way website wednesday weekly weird welcome
    well went whatever whenever whether whole wife winter wish within wonderful word words work
    worked worker working works world worried worse worst worth wouldn't write writer writing wrong
    wrote yet yesterday young"""
)
"""Words that, written small, are taken for words rather than for a new name."""

NAMES_TOO = word_set(
    """will may mark march bill hope grace rich art frank chase drew dawn faith joy june april
    august pat sue rob max guy gene miles page young lane dean grant wade dale glen reed brook
    brooke ray ruby rose lily iris ivy daisy holly heather olive pearl autumn summer sky star
    melody harmony charity patience prudence constance angel destiny misty sunny sandy rusty dusty
    buddy bud chip chuck dick don jack jim josh nick peg skip trip van chance case cash ace earnest
    ernest song king prince duke earl major noble price win sage robin jay wren dove martin cliff
    forest heath marina ford lance pierce drake miller parker tyler mason hunter fisher carter
    archer porter taylor cook baker dot penny bob teddy jean viola christian bishop pope abbot
    temple church street field day monday west north love moon sun"""
)
"""First names that are words as well: alone they count only with a capital and where a name
is looked for."""

SHORT_NAMES = word_set("an do so to my in no le on thi van per see ask na")
"""Names that are small words too: with a capital, before or behind another name word."""

NOT_NAME_WORDS = NEVER_NAMES - NAMES_TOO

GATEKEEPERS = word_set(
    """assistant secretary receptionist reception front desk gatekeeper pa switchboard operator ea
    admin office clerk scheduler"""
)
"""Who answers instead; `front desk` and the like are runs of them."""

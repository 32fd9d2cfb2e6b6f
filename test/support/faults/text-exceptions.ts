/** How a place refuses texts of which it does not say so itself. */
interface OtherRefusal {
  readonly status: number;
  /** Of the problem; a page has none. */
  readonly code?: string;
  /** Of the field, where it is named otherwise than it was sent. */
  readonly pointer?: string;
  /** The page gives what somebody wrote back into their form, for them to mend it. */
  readonly givesBack?: true;
  readonly why: string;
}

const ofForm = (pointer: string): OtherRefusal => ({
  status: 422,
  code: 'decision-invalid',
  pointer,
  why: 'what is recorded of a case is judged by the form of its kind, like the sections of a draft',
});
const secret: OtherRefusal = {
  status: 404,
  why: 'whoever knows no secret is told nothing, whatever they sent',
};
const ofIssuer: OtherRefusal = {
  status: 401,
  code: 'sign-in-refused',
  why: 'what the issuer made is compared with what it made, and told of none of it',
};
const mended = { status: 422, givesBack: true } as const;

/** Every other place refuses as `request-invalid`, by its own pointer; named by the act and the place. */
export const refusedOtherwise: Readonly<Record<string, OtherRefusal>> = {
  'saveSection /background': {
    status: 400,
    code: 'request-invalid',
    pointer: '/plan/background',
    why: 'a field of a form is named with its section, as in the list of what a draft still lacks',
  },
  'recordAct /department': ofForm('/responsibilities/department'),
  'recordAct /operator': ofForm('/responsibilities/operator'),
  'POST :l:{token}:open /code': secret,
  'POST :l:{token}:decide /view': secret,
  'POST :l:{token}:decide /verb': { ...mended, why: 'a page says in words what its buttons would have sent' },
  'POST :l:{token}:decide /opinion': { ...mended, why: 'a page says it above the form' },
  'POST :l:{token}:decide /agreeing': { ...mended, why: 'a page says it above the form' },
  'POST :certificates /number': secret,
  'POST :certificates /code': secret,
  'POST :session:exchange /answer': ofIssuer,
  'POST :session:exchange /state': ofIssuer,
  'POST :session:exchange /nonce': ofIssuer,
  'POST :session:exchange /codeVerifier': ofIssuer,
};

const shown = 'it is shown how it would look, and nothing is kept';

/** What is taken and lies in no table, with the reason; named by the act and the place. */
export const keptNowhere: Readonly<Record<string, string>> = {
  'previewTemplate /fileName': shown,
  'previewMessageText /title': shown,
  'previewMessageText /text': shown,
  'previewNotice /title': shown,
  'previewNotice /number': shown,
  'previewNotice /ranges/0/reason': shown,
  'depositCredentials /credentials': 'it is kept under a key that only the code given back opens',
  'withdrawCase /reason':
    'a draft has no task to which it would belong; the journal, which holds no words of people, has its digest',
};

/** What is said back to whoever has just written it, by the act, with the reason. */
export const saidBack: Readonly<Record<string, string>> = {
  addOrganisation: 'it says which organisation is listed already; an organisation is nobody',
  'POST :l:{token}:decide': 'whoever decided a matter by the link is shown what they decided',
};

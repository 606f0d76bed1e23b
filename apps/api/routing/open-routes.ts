import type { Access } from '#contracts/http';
import type { Caller } from './route.js';

/** A route outside `/api/v1`, with the reason why it is not in the contract. */
export interface OpenRoute {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly access: Access;
  readonly caller?: Caller;
  readonly why: string;
}

const PAGE = 'a page for people, readable without JavaScript';
const ACCOUNT = 'a path of better-auth; only what stands here is mounted';

/** The short list of everything served beside the contract. */
export const OPEN_ROUTES = {
  boardPage: { method: 'GET', url: '/', access: 'public', why: PAGE },
  claimPage: { method: 'GET', url: '/claims/:id', access: 'public', why: PAGE },
  claimantPage: { method: 'GET', url: '/claimants/:id', access: 'public', why: PAGE },
  outletPage: { method: 'GET', url: '/outlets/:id', access: 'public', why: PAGE },
  claimantMovePage: { method: 'GET', url: '/claimants/:id/move', access: 'public', why: PAGE },
  outletMovePage: { method: 'GET', url: '/outlets/:id/move', access: 'public', why: PAGE },
  methodPage: { method: 'GET', url: '/method', access: 'public', why: PAGE },
  correctionsPage: { method: 'GET', url: '/corrections', access: 'public', why: PAGE },
  answerPage: {
    method: 'GET',
    url: '/answer/:token',
    access: 'public',
    why: 'a claimant’s signed link; changes nothing, for mail scanners open links',
  },
  answerForm: {
    method: 'POST',
    url: '/answer/:token',
    access: 'public',
    caller: 'anywhere',
    why: 'the forms of that page; the token is the permission, and the page sends no referrer',
  },
  publicStyles: { method: 'GET', url: '/public.css', access: 'public', why: 'the style sheet of the pages' },
  favicon: { method: 'GET', url: '/favicon.ico', access: 'public', why: 'asked by browsers unasked' },
  unsubscribePage: {
    method: 'GET',
    url: '/unsubscribe/:token',
    access: 'public',
    why: 'asks first: mail scanners open links',
  },
  unsubscribeForm: {
    method: 'POST',
    url: '/unsubscribe/:token',
    access: 'public',
    caller: 'anywhere',
    why: 'the form of that page, and the one-click post of mail providers (RFC 8058)',
  },
  appRoot: { method: 'GET', url: '/app', access: 'public', why: 'the web app; its data is behind the API' },
  appFile: { method: 'GET', url: '/app/*', access: 'public', why: 'the web app; its data is behind the API' },
  liveness: {
    method: 'GET',
    url: '/health/live',
    access: 'public',
    why: 'asked by the machine that runs us',
  },
  readiness: { method: 'GET', url: '/health/ready', access: 'public', why: 'asked by load balancers' },
  openApi: { method: 'GET', url: '/api/openapi.json', access: 'public', why: 'describes the contract' },
  signIn: { method: 'POST', url: '/api/auth/sign-in/email', access: 'public', why: ACCOUNT },
  signOut: { method: 'POST', url: '/api/auth/sign-out', access: 'public', why: ACCOUNT },
  getSession: { method: 'GET', url: '/api/auth/get-session', access: 'public', why: ACCOUNT },
  changePassword: { method: 'POST', url: '/api/auth/change-password', access: 'signed-in', why: ACCOUNT },
  verifySignInLink: { method: 'GET', url: '/api/auth/magic-link/verify', access: 'public', why: ACCOUNT },
} as const satisfies Record<string, OpenRoute>;

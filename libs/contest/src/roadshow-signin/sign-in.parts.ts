import { SignInController } from './sign-in.controller.js';
import { SignInQueries } from './sign-in.queries.js';
import { SignInReader } from './sign-in.reader.js';
import { SignInService } from './sign-in.service.js';

/** Signing in, a part of the contest's module. */
export const SIGN_IN_CONTROLLERS = [SignInController];
export const SIGN_IN_PROVIDERS = [SignInQueries, SignInService, SignInReader];

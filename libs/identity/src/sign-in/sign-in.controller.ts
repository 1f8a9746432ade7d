import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor, ENVIRONMENT, type Environment, Public } from '@haishi/platform';
import { Body, Controller, Delete, Headers, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { CODE_PAUSE_SECONDS, CODE_SECONDS } from '../credential/one-time-code.rules.js';
import { SecondFactors } from '../second-factor/second-factors.js';
import { clearSessionCookie, type CookieReply, setSessionCookie } from '../session/session-cookie.js';
import { type OpenedSession, Sessions } from '../session/sessions.js';
import { CodeRequests } from './code-requests.js';
import { CodeSignIn } from './code-sign-in.js';
import { PasswordSignIn } from './password-sign-in.js';
import {
  CodeSent,
  CodeSignInBody,
  PasswordSignInBody,
  SecondFactorBody,
  SignedIn,
  SignInCodeInput,
  SignUpBody,
  SignUpCodeInput,
} from './sign-in.dto.js';
import { SignUp } from './sign-up.js';

const CODE_SENT: CodeSent = { expiresInSeconds: CODE_SECONDS, againInSeconds: CODE_PAUSE_SECONDS };

@ApiTags('sign-in')
@Controller()
export class SignInController {
  constructor(
    private readonly codeRequests: CodeRequests,
    private readonly signUps: SignUp,
    private readonly passwordSignIn: PasswordSignIn,
    private readonly codeSignIn: CodeSignIn,
    private readonly secondFactors: SecondFactors,
    private readonly sessions: Sessions,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Post('sign-up/code')
  @Public()
  @HttpCode(202)
  @ApiAcceptedResponse({ type: CodeSent })
  async signUpCode(@CurrentActor() actor: Actor, @Body() body: SignUpCodeInput): Promise<CodeSent> {
    await this.codeRequests.forSignUp(actor, body.address);
    return CODE_SENT;
  }

  @Post('sign-up')
  @Public()
  @ApiCreatedResponse({ type: SignedIn })
  async signUp(
    @CurrentActor() actor: Actor,
    @Body() body: SignUpBody,
    @Headers('user-agent') userAgent: string | undefined,
    @Res({ passthrough: true }) reply: CookieReply,
  ): Promise<SignedIn> {
    return this.welcome(actor, reply, await this.signUps.signUp(actor, body, userAgent ?? ''));
  }

  @Post('sessions')
  @Public()
  @ApiCreatedResponse({ type: SignedIn })
  async signIn(
    @CurrentActor() actor: Actor,
    @Body() body: PasswordSignInBody,
    @Headers('user-agent') userAgent: string | undefined,
    @Res({ passthrough: true }) reply: CookieReply,
  ): Promise<SignedIn> {
    return this.welcome(actor, reply, await this.passwordSignIn.signIn(actor, body, userAgent ?? ''));
  }

  @Post('sessions/code/request')
  @Public()
  @HttpCode(202)
  @ApiAcceptedResponse({ type: CodeSent })
  async signInCode(@CurrentActor() actor: Actor, @Body() body: SignInCodeInput): Promise<CodeSent> {
    await this.codeRequests.forSignIn(actor, body.login);
    return CODE_SENT;
  }

  @Post('sessions/code')
  @Public()
  @ApiCreatedResponse({ type: SignedIn })
  async signInWithCode(
    @CurrentActor() actor: Actor,
    @Body() body: CodeSignInBody,
    @Headers('user-agent') userAgent: string | undefined,
    @Res({ passthrough: true }) reply: CookieReply,
  ): Promise<SignedIn> {
    return this.welcome(actor, reply, await this.codeSignIn.signIn(actor, body, userAgent ?? ''));
  }

  @Post('sessions/second-factor')
  @Access('account.self')
  @HttpCode(204)
  passSecondFactor(@CurrentActor() actor: Actor, @Body() body: SecondFactorBody): Promise<void> {
    return this.secondFactors.pass(actor, body.code);
  }

  @Delete('sessions/current')
  @Access('account.self')
  @HttpCode(204)
  async signOut(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: CookieReply): Promise<void> {
    await this.sessions.end(actor, actor.sessionId!);
    clearSessionCookie(reply, this.environment);
  }

  /** A browser holds one session: who signs in over another ends that one. */
  private async welcome(actor: Actor, reply: CookieReply, session: OpenedSession): Promise<SignedIn> {
    if (actor.sessionId) await this.sessions.end(actor, actor.sessionId);
    setSessionCookie(reply, session, this.environment);
    return { expiresAt: session.expiresAt };
  }
}

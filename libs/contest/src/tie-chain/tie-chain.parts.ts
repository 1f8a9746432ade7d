import { TieChainController } from './tie-chain.controller.js';
import { TieChainService } from './tie-chain.service.js';

/** The order of tie-breaks of a round or session, a part of the contest's module. */
export const TIE_CHAIN_CONTROLLERS = [TieChainController];
export const TIE_CHAIN_PROVIDERS = [TieChainService];

import { Global, Module } from '@nestjs/common';
import { Channels } from './channels.js';
import { Realtime } from './realtime.js';

@Global()
@Module({ providers: [Channels, Realtime], exports: [Channels, Realtime] })
export class RealtimeModule {}

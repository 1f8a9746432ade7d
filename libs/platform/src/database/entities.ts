import { ChannelHead, StoredChannelMessage } from './channel.entity.js';
import { EventDelivery } from './delivery.entity.js';
import { StoredEvent } from './event.entity.js';
import { IdempotencyKey } from './idempotency.entity.js';
import { SubjectKey } from './personal/subject-key.entity.js';

export const DATABASE_ENTITIES = [
  StoredEvent,
  EventDelivery,
  SubjectKey,
  ChannelHead,
  StoredChannelMessage,
  IdempotencyKey,
];

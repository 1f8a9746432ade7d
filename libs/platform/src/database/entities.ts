import { ChannelHead, StoredChannelMessage } from './channel.entity.js';
import { StoredEvent } from './event.entity.js';

export const DATABASE_ENTITIES = [StoredEvent, ChannelHead, StoredChannelMessage];

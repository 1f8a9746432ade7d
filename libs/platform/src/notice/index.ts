export { CaughtMessage } from './caught-message.entity.js';
export { CaughtMessages } from './caught-messages.js';
export { MAIL_GATEWAY, type MessageGateway, type OutgoingMessage, SendingError, SMS_GATEWAY } from './gateway.js';
export { Notice, type NoticeState } from './notice.entity.js';
export { NoticeModule } from './notice.module.js';
export type { NoticeChannel, NoticeParams, NoticeTemplate, NoticeWording } from './notice.template.js';
export { NoticeSender } from './notice-sender.js';
export { type NoticeOrder, type NoticeOutcome, type NoticeRecipient, Notices } from './notices.js';

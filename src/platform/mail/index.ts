/** Mail that announces; what is confidential stays in the mailbox of the platform. */
export { createMail, type Mail, type Message } from "./mail.ts";

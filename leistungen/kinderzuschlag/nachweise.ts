import { defineNachweise } from "#baukasten";

/** None: a hint rests on what the person says, and no register may be asked for it. */
export const nachweise = defineNachweise({});

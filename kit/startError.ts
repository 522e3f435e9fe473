/** Something that whoever starts a service can mend: shown as it is, without a stack. */
export class StartError extends Error {}

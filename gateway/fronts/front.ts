import type { FastifyReply, FastifyRequest } from 'fastify';

/** Answers the requests that are its own. @returns false for any other, which it has not begun to answer */
export type Front = (request: FastifyRequest, reply: FastifyReply) => Promise<boolean>;

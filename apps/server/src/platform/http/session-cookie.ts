import type { FastifyReply } from 'fastify';

/** `__Host-` binds the cookie to this host over HTTPS; browsers refuse that prefix over plain HTTP. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-egide' : 'egide');

export function setSession(
  reply: FastifyReply,
  token: string,
  { secure, expires }: { secure: boolean; expires: Date },
): void {
  reply.setCookie(cookieName(secure), token, { path: '/', httpOnly: true, secure, sameSite: 'lax', expires });
}

export function clearSession(reply: FastifyReply, secure: boolean): void {
  reply.clearCookie(cookieName(secure), { path: '/', httpOnly: true, secure, sameSite: 'lax' });
}

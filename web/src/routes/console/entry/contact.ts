/** What the desk notes of who calls, as it is typed. */
export interface ContactTyped {
  name: string;
  phone: string;
  email: string;
  postalAddress: string;
  preference: string;
}

export const NOBODY: ContactTyped = {
  name: '',
  phone: '',
  email: '',
  postalAddress: '',
  preference: '',
};

/** What tells one person from all others, once it is whole: half a number is nobody's. */
export function knownBy({ phone, email }: ContactTyped): { phone?: string; email?: string } {
  const [number, address] = [phone.trim(), email.trim()];
  return {
    ...(number.replaceAll(/\D/g, '').length >= 10 && { phone: number }),
    ...(/^\S+@\S+\.\S{2,}$/.test(address) && { email: address }),
  };
}

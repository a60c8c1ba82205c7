/** Forms of names that what runs containers puts to them. */

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
/** RFC 1123: names of containers and volumes. https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names */
export const isDnsLabel = (name: string, longest = 63): boolean => name.length <= longest && LABEL.test(name);
/** RFC 1035: names of Services, which begin with a letter. */
export const isServiceName = (name: string, longest = 63): boolean => isDnsLabel(name, longest) && /^[a-z]/.test(name);
/** RFC 6335 §5.1: at most 15 characters, a letter among them, no hyphen beside another. */
export const isPortName = (name: string): boolean => isDnsLabel(name, 15) && /[a-z]/.test(name) && !name.includes('--');
/** What every shell takes as the name of a variable. */
export const isVariableName = (name: string): boolean => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);
/** A key of a ConfigMap. */
export const isFileKey = (name: string): boolean =>
  name.length <= 253 && /^[-._A-Za-z0-9]+$/.test(name) && name !== '.' && !name.startsWith('..');

const LABEL_VALUE = /^[A-Za-z0-9]([-._A-Za-z0-9]*[A-Za-z0-9])?$/;
/** https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set */
export const isLabelValue = (value: string): boolean => value === '' || (value.length <= 63 && LABEL_VALUE.test(value));
export const isLabelKey = (key: string): boolean => {
  const [name = '', prefix, ...more] = key.split('/').reverse();
  return more.length === 0 && name !== '' && isLabelValue(name) && (prefix === undefined || isDomain(prefix));
};
/** Labels joined by dots: what DNS resolves, and what label prefixes are. */
export const isDomain = (name: string): boolean => name.length <= 253 && name.split('.').every((label) => isDnsLabel(label));
/** A host's name, or its address: no scheme, no port, no path. */
export const isHost = (host: string): boolean => isIpv6(host) || (/^[\d.]+$/.test(host) ? isIpv4(host) : isDomain(host.toLowerCase()));

const isIpv4 = (host: string): boolean => /^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$/.test(host);
/** Eight groups, or fewer with one `::`. */
const isIpv6 = (host: string): boolean => {
  const groups = host.split(':').filter((group) => group !== '');
  const [halves, wellFormed] = [host.split('::').length, groups.every((group) => /^[\da-f]{1,4}$/i.test(group))];
  return (
    host.includes(':') &&
    wellFormed &&
    !/^:[^:]|[^:]:$/.test(host) &&
    (halves === 1 ? groups.length === 8 : halves === 2 && groups.length < 8)
  );
};

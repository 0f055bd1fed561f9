/** Files, folders, programs and names to hosts, as Ansible reads them. May use: problem, value, model, lang. */
package dockdsl.inventory;

/**
 * What is promised about datasets: contracts in the words of ODCS, their versions, and how long a
 * consumer's acceptance reaches. No reading of files here.
 */
package dev.headgate.model.contract;

namespace AmpSpec.Settlement;

/// <summary>What one event does to one set. <see cref="Receiver.Next"/> is the shipped one; another can be explored in its place.</summary>
/// <param name="set">Where it stands.</param>
/// <param name="on">What happens.</param>
/// <param name="now">Clock and height.</param>
/// <param name="terms">What the invoice asks.</param>
/// <param name="rules">Where receivers differ.</param>
public delegate Step SetTable(HtlcSet set, SetEvent on, Now now, Terms terms, Rules rules);
